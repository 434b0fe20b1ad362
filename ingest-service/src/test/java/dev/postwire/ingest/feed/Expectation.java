package dev.postwire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the comment in a feed of feedparser's collection says that a reader must find: {@code entries[0]['title'] == 'A'}. */
record Expectation(int entry, String key, String value) {
    private static final Pattern HEAD = Pattern.compile("(?m)^\\s*Expect:\\s*(.*)$");
    private static final Pattern HEADER = Pattern.compile("(?m)^Header:\\s*([\\w-]+):\\s*(\\S*)");
    private static final String ACCESS = "entries\\[(\\d)\\]((?:\\[['\"]?\\w+['\"]?\\]|\\.\\w+)+)";
    private static final String STRING =
            "u?(?:\"{3}.*?\"{3}|'{3}.*?'{3}|'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\")";
    private static final Pattern EQUALITY = Pattern.compile(
            "((?:" + ACCESS + "\\s*==\\s*)+)(" + STRING + "(?:\\s*\\+\\s*" + STRING + ")*+|\\([\\d, ]+\\)|u?'[^']*')");
    private static final Pattern ONE = Pattern.compile(ACCESS);
    private static final Pattern LITERAL = Pattern.compile(STRING);

    static List<Expectation> of(String feed) {
        Matcher head = HEAD.matcher(feed);
        List<Expectation> found = new ArrayList<>();
        if (!head.find()) return found;
        Matcher equality = EQUALITY.matcher(head.group(1));
        while (equality.find()) {
            String right = equality.group(equality.groupCount());
            Matcher access = ONE.matcher(equality.group(1));
            while (access.find()) {
                String key = access.group(2)
                        .replaceAll("\\[\\d\\]", "")
                        .replaceAll("[\\[\\]'\"]+", ".")
                        .replaceAll("^\\.|\\.$", "")
                        .replace("..", ".");
                found.add(new Expectation(
                        Integer.parseInt(access.group(1)), key, right.startsWith("(") ? right : literal(right)));
            }
        }
        return found;
    }

    static String header(String feed, String name) {
        Matcher header = HEADER.matcher(feed);
        while (header.find()) {
            if (header.group(1).equalsIgnoreCase(name)) return header.group(2);
        }
        return "";
    }

    private static String literal(String python) {
        StringBuilder text = new StringBuilder();
        Matcher part = LITERAL.matcher(python);
        while (part.find()) {
            String quoted = part.group();
            int from = quoted.charAt(0) == 'u' ? 1 : 0;
            int quotes =
                    quoted.startsWith("\"\"\"", from) || quoted.startsWith("'''", from) && quoted.length() > 5 ? 3 : 1;
            unescape(quoted.substring(from + quotes, quoted.length() - quotes), text);
        }
        return text.toString();
    }

    private static void unescape(String escaped, StringBuilder text) {
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\' || i + 1 == escaped.length()) {
                text.append(c);
                continue;
            }
            char kind = escaped.charAt(++i);
            int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
            if (digits > 0) {
                text.appendCodePoint(Integer.parseInt(escaped.substring(i + 1, i + 1 + digits), 16));
                i += digits;
            } else {
                text.append(kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind);
            }
        }
    }
}
