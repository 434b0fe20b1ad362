package dev.postwire.bench.scrape;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a start tag's attributes one after the other, forgiving what {@link Markup} forgives. {@code end} is where the first
 * thing stands that is no attribute.
 */
final class Attributes {
    private final String source;
    private final Map<String, String> values = new HashMap<>();
    private int end;

    /** @param from behind the tag's name and the white space and slashes that follow it */
    Attributes(String source, int from) {
        this.source = source;
        this.end = from;
        while (attribute()) {}
    }

    int end() {
        return end;
    }

    /** By lower-cased name; the last of a name counts, one without a value has the empty one. */
    Map<String, String> values() {
        return values;
    }

    private boolean attribute() {
        if (end >= source.length() || !isBoundary(source.charAt(end - 1)) || endsName(source.charAt(end))) return false;
        int name = end++; // even an equals sign may begin a name
        while (end < source.length() && source.charAt(end) != '=' && !endsName(source.charAt(end))) end++;
        String key = source.substring(name, end).toLowerCase(Locale.ROOT);
        values.put(key, CharacterReferences.resolve(value()));
        skipSpaceAndSlashes();
        return true;
    }

    private String value() {
        int equals = Whitespace.skip(source, end);
        int afterEquals = equals;
        while (charAt(afterEquals) == '=') afterEquals++;
        if (afterEquals == equals) return "";
        int start = Whitespace.skip(source, afterEquals);
        char quote = charAt(start);
        if (quote != '"' && quote != '\'') return bare(start);
        int close = source.indexOf(quote, start + 1);
        if (close >= 0) {
            end = close + 1;
            return source.substring(start + 1, close);
        }
        // A quote that is never closed begins no value.
        if (start > afterEquals) {
            end = start;
            return "";
        }
        return afterEquals - equals > 1 ? bare(afterEquals - 1) : "";
    }

    private String bare(int start) {
        end = start;
        while (end < source.length() && source.charAt(end) != '>' && !Whitespace.is(source.charAt(end))) end++;
        return source.substring(start, end);
    }

    private void skipSpaceAndSlashes() {
        end = skipSpaceAndSlashes(source, end);
    }

    /** Skips white space and slashes but the one that closes the tag. */
    static int skipSpaceAndSlashes(String source, int from) {
        int at = from;
        while (at < source.length()) {
            char c = source.charAt(at);
            boolean slash = c == '/' && !source.startsWith("/>", at);
            if (!slash && !Whitespace.is(c)) break;
            at++;
        }
        return at;
    }

    private char charAt(int at) {
        return at < source.length() ? source.charAt(at) : '\0';
    }

    private static boolean isBoundary(char before) {
        return before == '"' || before == '\'' || before == '/' || Whitespace.is(before);
    }

    private static boolean endsName(char c) {
        return c == '/' || c == '>' || Whitespace.is(c);
    }
}
