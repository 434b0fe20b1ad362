package dev.postwire.enrich.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of one script in a piece of text, in lower case, that say something about its language. Addresses, file names,
 * identifiers, versions, handles, acronyms and CamelCase are the same in every language and are left out. Linear.
 */
final class Words {
    /**
     * Before a word with a capital amid a sentence: it may be a name, and names look like words of other languages. Dan
     * is no Indonesian "and".
     */
    static final String NAME = "^";

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

    private final String text;
    private final Script script;
    private int place;
    private boolean capitalInside;

    private Words(String text, Script script) {
        this.text = text;
        this.script = script;
    }

    static List<String> of(String text, Script script) {
        return new Words(text, script).list();
    }

    private List<String> list() {
        List<String> words = new ArrayList<>();
        while (place < text.length()) {
            int start = place;
            skipWord();
            if (place == start) place += Character.charCount(text.codePointAt(place));
            else if (!isTechnical(start, place)) words.add(word(start, place));
        }
        return words;
    }

    private String word(int start, int end) {
        String word = text.substring(start, end).toLowerCase(Locale.ROOT);
        return Character.isUpperCase(text.codePointAt(start)) && !startsSentence(start) ? NAME + word : word;
    }

    private boolean startsSentence(int start) {
        int last = start - 1;
        while (last >= 0 && Character.isWhitespace(text.charAt(last)) && text.charAt(last) != '\n') last--;
        return last < 0 || !Character.isLetterOrDigit(text.charAt(last)) && text.charAt(last) != ',';
    }

    /** Goes to the end of the word that starts here, if one does. */
    private void skipWord() {
        int start = place;
        capitalInside = false;
        while (place < text.length()) {
            int point = text.codePointAt(place);
            boolean letter = Character.isLetter(point) && Script.of(point) == script;
            if (!letter && (place == start || !isMark(point))) return;
            if (place > start && Character.isUpperCase(point)) capitalInside = true;
            place += Character.charCount(point);
        }
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || point == ZERO_WIDTH_NON_JOINER;
    }

    private boolean isTechnical(int start, int end) {
        if (capitalInside && script == Script.LATIN) return true;
        char before = at(start - 1);
        char after = at(end);
        return isDigit(before)
                || isDigit(after)
                || "@#_/".indexOf(before) >= 0
                || after == '_'
                || isCall(end)
                || before == '(' && isPart(at(start - 2))
                || joins(before) && isPart(at(start - 2))
                || joins(after) && isPart(at(end + 1));
    }

    /** {@code run(} or {@code run()}, but no ending left open: {@code file(s)}. */
    private boolean isCall(int open) {
        if (at(open) != '(') return false;
        boolean ending = at(open + 2) == ')' || at(open + 3) == ')';
        return at(open + 1) == ')' || !ending && Character.isLetterOrDigit(at(open + 1));
    }

    private char at(int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean joins(char c) {
        return "._/:@\\=".indexOf(c) >= 0;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '/' || c == ':';
    }
}
