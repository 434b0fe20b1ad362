package dev.postwire.enrich.read.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The arguments of a tag: values by position and by name, as {@code "a b" c width=3 src="x"} or {@code a, b, key: 'c'}. */
record Arguments(List<String> positional, Map<String, String> named, List<String> quoted) {

    static Arguments of(String words) {
        Arguments arguments = new Arguments(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        int at = 0;
        while (at < words.length()) {
            char c = words.charAt(at);
            if (Character.isWhitespace(c) || c == ',') at++;
            else at = arguments.one(words, at);
        }
        return arguments;
    }

    /** The first of the names that has a value. */
    Optional<String> named(String... names) {
        for (String name : names) {
            String value = named.get(name);
            if (value != null && !value.isBlank()) return Optional.of(value);
        }
        return Optional.empty();
    }

    Optional<String> positional(int index) {
        return index < positional.size() ? Optional.of(positional.get(index)) : Optional.empty();
    }

    private int one(String words, int at) {
        int sign = at;
        while (sign < words.length() && isNameSign(words.charAt(sign))) sign++;
        if (sign > at && sign < words.length() && isAssignment(words, sign)) {
            int from = sign + 1;
            while (from < words.length() && words.charAt(from) == ' ') from++;
            int end = valueEnd(words, from);
            String name = words.substring(at, sign).toLowerCase(Locale.ROOT);
            named.putIfAbsent(name, value(words, from, end));
            return Math.max(end, from);
        }
        int end = valueEnd(words, at);
        String value = value(words, at, end);
        positional.add(value);
        if (isQuote(words.charAt(at))) quoted.add(value);
        return Math.max(end, at + 1);
    }

    /** {@code key=value}, {@code key: value}; an address has a colon, too. */
    private static boolean isAssignment(String words, int at) {
        char c = words.charAt(at);
        return c == '=' || (c == ':' && !words.startsWith("://", at) && !words.startsWith("::", at));
    }

    private static int valueEnd(String words, int from) {
        if (from >= words.length()) return words.length();
        char quote = words.charAt(from);
        if (isQuote(quote)) {
            for (int i = from + 1; i < words.length(); i++) {
                if (words.charAt(i) == '\\') i++;
                else if (words.charAt(i) == quote) return i + 1;
            }
        }
        int end = from;
        while (end < words.length() && !Character.isWhitespace(words.charAt(end)) && words.charAt(end) != ',') end++;
        return end;
    }

    private static String value(String words, int from, int end) {
        String value = words.substring(Math.min(from, end), end);
        boolean inQuotes = value.length() > 1 && isQuote(value.charAt(0)) && value.endsWith(value.substring(0, 1));
        return inQuotes
                ? value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\'", "'")
                : value;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private static boolean isNameSign(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
