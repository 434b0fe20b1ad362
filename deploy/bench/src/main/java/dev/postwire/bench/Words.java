package dev.postwire.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a text as Python's {@code re.findall(r"\w+", text.lower())} finds them: runs of letters, of characters with a
 * numeric value, and of underscores. Combining marks are none of these and end a word; a test holds this to Python's answers.
 */
public final class Words {
    private Words() {}

    /** In the order of the text, lower-cased. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int start = -1;
        for (int at = 0; at < lower.length(); ) {
            int codePoint = lower.codePointAt(at);
            if (isWord(codePoint)) {
                if (start < 0) start = at;
            } else if (start >= 0) {
                words.add(lower.substring(start, at));
                start = -1;
            }
            at += Character.charCount(codePoint);
        }
        if (start >= 0) words.add(lower.substring(start));
        return words;
    }

    /** How often each word stands in the text. */
    public static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        for (String word : of(text)) counts.merge(word, 1, Integer::sum);
        return counts;
    }

    static boolean isWord(int codePoint) {
        return codePoint == '_'
                || Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.LETTER_NUMBER
                || Character.getType(codePoint) == Character.OTHER_NUMBER;
    }
}
