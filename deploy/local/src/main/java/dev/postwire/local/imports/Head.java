package dev.postwire.local.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain fields of a post's front matter that say whether and where it is published. The enrich service reads all of it; here a
 * line that is no {@code key: value} or {@code key = value} says nothing.
 */
record Head(Map<String, String> fields) {
    private static final Pattern FIELD = Pattern.compile("\"?([A-Za-z][\\w-]{0,40})\"?[ \\t]*[:=][ \\t]*(.*)");
    private static final int MOST_LINES = 200;

    Head {
        fields = Map.copyOf(fields);
    }

    static Head of(String text) {
        Map<String, String> fields = new HashMap<>();
        String fence = "";
        int number = 0;
        for (String line : (Iterable<String>) text.lines().limit(MOST_LINES)::iterator) {
            String stripped = line.strip();
            if (fence.isEmpty() && fields.isEmpty() && isFence(stripped)) {
                fence = stripped.substring(0, 3);
                continue;
            }
            boolean ended = fence.isEmpty() ? stripped.isEmpty() && number > 0 : stripped.equals(fence);
            // A table of TOML holds no fields of the post itself.
            if (ended || fence.equals("+++") && stripped.startsWith("[")) break;
            Matcher field = FIELD.matcher(line);
            if (field.matches()) fields.putIfAbsent(field.group(1).toLowerCase(Locale.ROOT), value(field.group(2)));
            else if (fence.isEmpty() && !stripped.isEmpty()) break; // it was prose
            number++;
        }
        return new Head(fields);
    }

    /** The first of these that is there. */
    Optional<String> get(String... keys) {
        for (String key : keys) {
            String value = fields.get(key);
            if (value != null && !value.isEmpty()) return Optional.of(value);
        }
        return Optional.empty();
    }

    boolean draft() {
        return fields.getOrDefault("draft", "").equalsIgnoreCase("true")
                || fields.getOrDefault("published", "").equalsIgnoreCase("false")
                || fields.getOrDefault("status", "").equalsIgnoreCase("draft");
    }

    private static boolean isFence(String line) {
        return line.startsWith("---") && line.length() <= 8 || line.startsWith("+++") || line.startsWith(";;;");
    }

    private static String value(String text) {
        String value = text.strip();
        if (value.endsWith(",")) value = value.substring(0, value.length() - 1).strip();
        if (value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'')) {
            int end = value.indexOf(value.charAt(0), 1);
            return end < 0 ? value : value.substring(1, end);
        }
        int comment = value.indexOf(" #");
        return comment < 0 ? value : value.substring(0, comment).strip();
    }
}
