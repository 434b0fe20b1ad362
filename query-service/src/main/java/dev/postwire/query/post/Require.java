package dev.postwire.query.post;

import java.util.regex.Pattern;

/** What a constructor asks of a field. Every message names the field and never repeats its value. */
final class Require {
    private static final Pattern POST_ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Require() {}

    static <T> T present(T value, String field) {
        if (value == null) throw new IllegalArgumentException(field + " is missing");
        return value;
    }

    static String text(String value, String field) {
        if (present(value, field).isEmpty()) throw new IllegalArgumentException(field + " is empty");
        return value;
    }

    static void textOrAbsent(String value, String field) {
        if (value != null) text(value, field);
    }

    static void matches(Pattern form, String value, String field) {
        if (!form.matcher(present(value, field)).matches()) {
            throw new IllegalArgumentException(field + " is not of its form");
        }
    }

    static void postId(String value, String field) {
        matches(POST_ID, value, field);
    }

    static void sha256(String value, String field) {
        matches(SHA256, value, field);
    }

    static void notNegative(Number value, String field) {
        if (present(value, field).doubleValue() < 0) throw new IllegalArgumentException(field + " is negative");
    }

    static void share(Double value, String field) {
        if (!(present(value, field) >= 0 && value <= 1)) {
            throw new IllegalArgumentException(field + " is not between 0 and 1");
        }
    }
}
