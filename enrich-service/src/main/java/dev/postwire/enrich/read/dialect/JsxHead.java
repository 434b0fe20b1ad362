package dev.postwire.enrich.read.dialect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a JSX element as HTML takes it.
 *
 * @param end past its last sign
 */
record JsxHead(String html, int end) {
    private static final int LONGEST_CHARS = 1_000;
    private static final Pattern TEXT = Pattern.compile("[^'\"`]{0,200}['\"`]([^'\"`<>]{0,500})['\"`][^'\"`]{0,200}");

    /** Empty where no element begins or it has no value in braces. */
    static Optional<JsxHead> at(String text, int at) {
        if (at + 1 >= text.length() || !Character.isLetter(text.charAt(at + 1))) return Optional.empty();
        StringBuilder html = new StringBuilder();
        int last = Math.min(text.length(), at + LONGEST_CHARS);
        boolean braces = false;
        int i = at;
        while (i < last) {
            char c = text.charAt(i);
            if (i > at && c == '<') return Optional.empty();
            if (c == '>')
                return braces ? Optional.of(new JsxHead(html.append('>').toString(), i + 1)) : Optional.empty();
            if (c == '{' && text.charAt(i - 1) == '=') {
                int end = braceEnd(text, i, last);
                if (end < 0) return Optional.empty();
                html.append('"').append(value(text.substring(i + 1, end - 1))).append('"');
                braces = true;
                i = end;
            } else {
                html.append(c);
                i++;
            }
        }
        return Optional.empty();
    }

    private static int braceEnd(String text, int from, int last) {
        int depth = 0;
        for (int i = from; i < last; i++) {
            char c = text.charAt(i);
            if (c == '{') depth++;
            else if (c == '}' && --depth == 0) return i + 1;
        }
        return -1;
    }

    private static String value(String expression) {
        Matcher text = TEXT.matcher(expression);
        return text.matches() && expression.indexOf('{') < 0 ? text.group(1) : "";
    }
}
