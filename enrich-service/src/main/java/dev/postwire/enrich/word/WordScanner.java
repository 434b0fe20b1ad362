package dev.postwire.enrich.word;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Divides one text into words, in one pass. */
final class WordScanner {
    /** A run longer than this is data, not a word; it is divided, and nothing is lost. */
    private static final int LONGEST_WORD = 100;

    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    WordScanner(String text) {
        this.text = text;
    }

    Words words() {
        int at = 0;
        while (at < text.length() && count < Words.MOST_WORDS) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (standsAlone(point)) {
                add(at, next);
            } else if (isWord(point)) {
                next = end(next);
                add(startsWithDot(at) ? at - 1 : at, next);
            }
            at = next;
        }
        String[] folded = new String[count];
        for (int i = 0; i < count; i++) folded[i] = folded(text.substring(starts[i], ends[i]));
        return new Words(text, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count), folded);
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    /** Where the word ends whose first code point ends here. */
    private int end(int from) {
        int limit = Math.min(text.length(), from + LONGEST_WORD);
        int at = from;
        while (at < limit) {
            int point = text.codePointAt(at);
            if (point == '.') {
                if (at + 1 >= text.length() || !isPart(text.codePointAt(at + 1))) break;
            } else if (!isPart(point) || Words.isSeam(text.codePointBefore(at), point)) {
                break;
            }
            at += Character.charCount(point);
        }
        return withSigns(at);
    }

    /** {@code C++}, {@code C#}: the signs belong to the word where no other word follows at once. */
    private int withSigns(int end) {
        int at = end;
        if (at < text.length() && text.charAt(at) == '#') at++;
        else while (at < text.length() && at < end + 2 && text.charAt(at) == '+') at++;
        boolean free = at == text.length() || !Character.isLetterOrDigit(text.codePointAt(at));
        return free ? at : end;
    }

    /** {@code .NET}, but not the end of a sentence that nothing divides from the next. */
    private boolean startsWithDot(int at) {
        if (at == 0 || text.charAt(at - 1) != '.' || !Character.isLetter(text.charAt(at))) return false;
        return at == 1 || Character.isWhitespace(text.charAt(at - 2)) || text.charAt(at - 2) == '(';
    }

    private static boolean isPart(int point) {
        return isWord(point) && !standsAlone(point);
    }

    private static boolean isWord(int point) {
        if (point < 0x80) {
            return point >= 'a' && point <= 'z'
                    || point >= 'A' && point <= 'Z'
                    || point >= '0' && point <= '9'
                    || point == '_';
        }
        if (Character.isLetterOrDigit(point)) return true;
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean standsAlone(int point) {
        if (point < 0x0E00) return false;
        return Character.isIdeographic(point)
                || point >= 0x3040 && point <= 0x309F
                || point <= 0x0EFF
                || point >= 0x1000 && point <= 0x109F
                || point >= 0x1780 && point <= 0x17FF;
    }

    private static String folded(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return LowerCase.of(Normalizer.normalize(word, Normalizer.Form.NFKC));
            }
        }
        return word.toLowerCase(Locale.ROOT);
    }
}
