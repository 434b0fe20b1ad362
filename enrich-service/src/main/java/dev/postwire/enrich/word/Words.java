package dev.postwire.enrich.word;

import java.util.Arrays;

/**
 * The words of one text in their order, each with its place in it. A word is a run of letters, digits, marks and {@code _};
 * a dot between two of them, a dot before the first ({@code .NET}) and {@code +} or {@code #} after the last ({@code C++},
 * {@code C#}) belong to it; hyphens and apostrophes divide. Ideographs, hiragana and the scripts of South-East Asia that write no
 * spaces give a word a code point, so that a phrase is found in them wherever it stands. Immutable, thread-safe.
 */
public final class Words {
    /** What a text is about it says by then; all costs stay bounded. */
    public static final int MOST_WORDS = 20_000;

    private static final int LONGEST_ABBREVIATION = 2;

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final String[] folded;
    private final int[] points;

    Words(String text, int[] starts, int[] ends, String[] folded) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.folded = folded;
        this.points = new int[starts.length];
        int counted = 0;
        int point = 0;
        for (int i = 0; i < starts.length; i++) {
            point += text.codePointCount(counted, starts[i]);
            counted = starts[i];
            points[i] = point;
        }
    }

    /** Of the first {@link #MOST_WORDS} words. */
    public static Words of(String text) {
        return new WordScanner(text).words();
    }

    public String text() {
        return text;
    }

    public int size() {
        return starts.length;
    }

    /** Where the word begins, in chars. */
    public int start(int word) {
        return starts[word];
    }

    /** Where the word ends, in chars, exclusive. */
    public int end(int word) {
        return ends[word];
    }

    /** Where the word begins, in code points. */
    public int startPoint(int word) {
        return points[word];
    }

    /** Where the word ends, in code points, exclusive. */
    public int endPoint(int word) {
        return points[word] + text.codePointCount(starts[word], ends[word]);
    }

    /** The word as it is written. */
    public String written(int word) {
        return text.substring(starts[word], ends[word]);
    }

    /** From the first to the last word as written, both included, with all that stands between them. */
    public String written(int first, int last) {
        return text.substring(starts[first], ends[last]);
    }

    /** The word without regard to case and width: NFKC, lower case. */
    public String folded(int word) {
        return folded[word];
    }

    /** The first word that begins at or after the code point; {@link #size} where none does. */
    public int firstFrom(int point) {
        int at = Arrays.binarySearch(points, point);
        return at >= 0 ? at : -at - 1;
    }

    /** Whether the first letter is a capital. */
    public boolean isCapitalised(int word) {
        int first = text.codePointAt(starts[word]);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    /** Whether two letters or more are capitals and none is small. */
    public boolean isAllCapitals(int word) {
        int capitals = 0;
        for (int i = starts[word]; i < ends[word]; i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) return false;
            if (Character.isUpperCase(c)) capitals++;
        }
        return capitals >= 2;
    }

    /** Whether a capital or a digit stands behind a small letter or a capital, as in {@code iPhone}, {@code MySQL}, {@code Web3}. */
    public boolean isMixed(int word) {
        boolean letter = false;
        boolean small = false;
        boolean odd = false;
        for (int i = starts[word]; i < ends[word]; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                letter = true;
                small = true;
                continue;
            }
            odd |= letter && (Character.isDigit(c) || Character.isUpperCase(c));
            small |= Character.isLowerCase(c);
            letter |= Character.isLetter(c);
        }
        return odd && small;
    }

    /** Whether a sentence, a line or a quotation begins with it, so that a capital says nothing. */
    public boolean startsSentence(int word) {
        if (word == 0) return true;
        for (int i = ends[word - 1]; i < starts[word]; i++) if (isBreak(text.charAt(i))) return true;
        return false;
    }

    /** Whether only spaces and the signs that join words stand between this word and the one before. */
    public boolean joinsPrevious(int word) {
        if (word == 0) return false;
        int from = ends[word - 1];
        if (starts[word] - from > 3) return false;
        for (int i = from; i < starts[word]; i++) if (!isJoint(text.charAt(i))) return false;
        return true;
    }

    /**
     * Whether nothing stands between the words but what a phrase may have: space, one new line, hyphens, apostrophes, the full stop
     * of an abbreviation. {@code Google, plus} are two.
     */
    public boolean areOnePhrase(int first, int last) {
        for (int i = first + 1; i <= last; i++) if (!isWithinPhrase(i)) return false;
        return true;
    }

    /** All that stands between the words but space. */
    public String signs(int first, int last) {
        StringBuilder signs = new StringBuilder();
        for (int i = first; i < last; i++) {
            for (int at = ends[i]; at < starts[i + 1]; at++)
                if (!Character.isWhitespace(text.charAt(at))) signs.append(text.charAt(at));
        }
        return signs.toString();
    }

    /** Of what stands before the word. */
    private boolean isWithinPhrase(int word) {
        int from = ends[word - 1];
        int to = starts[word];
        int lines = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n' && ++lines > 1) return false;
            boolean joint = isJoint(c) && (to - from == 1 || c == '&' || c == '\'' || c == '\u2019');
            boolean stop = c == '.' && from - starts[word - 1] <= LONGEST_ABBREVIATION && isCapitalised(word - 1);
            if (!joint && !stop && !Character.isWhitespace(c) && c != '\u00A0' && c != '\u00AE' && c != '\u2122')
                return false;
        }
        return true;
    }

    /** Korean writes its particles at words of other scripts, without a space: a word ends between them. */
    public static boolean isSeam(int before, int after) {
        return before != '.' && isHangul(before) != isHangul(after);
    }

    private static boolean isHangul(int point) {
        return point >= 0x1100 && Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL;
    }

    private static boolean isJoint(char c) {
        return c == ' '
                || c == '-'
                || c == '\u00A0'
                || c == '\''
                || c == '\u2019'
                || c == '\u2011'
                || c == '\u2010'
                || c == '/'
                || c == '&'
                || c == '\u00B7'
                || c == '\u30FB';
    }

    private static boolean isBreak(char c) {
        return switch (c) {
            case '.',
                    '!',
                    '?',
                    ':',
                    ';',
                    '\n',
                    '"',
                    '\u201C',
                    '\u201E',
                    '\u00AB',
                    '\u2022',
                    '\u3002',
                    '\uFF01',
                    '\uFF1F',
                    '\u300C' -> true;
            default -> false;
        };
    }
}
