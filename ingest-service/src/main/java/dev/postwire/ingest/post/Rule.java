package dev.postwire.ingest.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a value must keep to, in an envelope and beside a body. Lengths are in UTF-16 units, as Java and JavaScript count. */
public enum Rule {
    URL(2_048) {
        @Override
        Optional<String> fault(String value) {
            return fails(NormalUrl.of(value).isEmpty(), "must be an absolute http or https URL without a user name");
        }
    },
    TITLE(1_000),
    NAME(200),
    TAG(100),
    LANGUAGE(35) {
        @Override
        Optional<String> fault(String value) {
            return fails(!wellFormed(value), "must be a language tag of BCP 47, e.g. en or pt-BR");
        }
    },
    MOMENT(64) {
        @Override
        Optional<String> fault(String value) {
            return fails(
                    !date(value), "must be a date or a date and time, e.g. 2024-03-09 or 2024-03-09T21:15:00+01:00");
        }
    },
    ID(128) {
        @Override
        Optional<String> fault(String value) {
            return fails(PostId.of(value).isEmpty(), "must be of the form " + PostId.FORM);
        }
    },
    KEY(255) {
        @Override
        Optional<String> fault(String value) {
            return fails(!IdempotencyKey.allowed(value), "must be visible ASCII without blanks");
        }
    },
    CONTENT_TYPE(256) {
        @Override
        Optional<String> fault(String value) {
            boolean taken = ContentType.of(value)
                    .filter(type -> type.format() != ContentType.Format.ENVELOPE)
                    .isPresent();
            return fails(!taken, "must be text/markdown, text/html or text/plain");
        }
    };

    /** Tabs and line breaks pass: titles found in the wild have them, and they become blanks. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}&&[^\\t\\n\\r]]");

    private static final Pattern BROKEN = Pattern.compile("[\\p{Cs}\\x{fffd}]");
    private static final Pattern PRIMARY_LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-.*)?");
    // ISO 8601 and its near misses: other separators, one digit, a blank for the T, no seconds, no zone.
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2})"
                    + "(?:[Tt ]\\s?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s?(?:[Zz]|UTC|GMT|([+-]\\d{2}:?\\d{2}))?)?)?)?");

    private final int maxLength;

    Rule(int maxLength) {
        this.maxLength = maxLength;
    }

    public boolean allows(String value) {
        return check(value).isEmpty();
    }

    /** The text without what no value may have, and not longer than it may be; for rules of texts. */
    public String cut(String text) {
        String clean = BROKEN.matcher(CONTROL.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (clean.length() <= maxLength) return clean;
        boolean split = Character.isHighSurrogate(clean.charAt(maxLength - 1));
        return clean.substring(0, split ? maxLength - 1 : maxLength).strip();
    }

    /** What is wrong with the value, as the end of a sentence that begins with the field. */
    final Optional<String> check(String value) {
        if (value.isBlank()) return Optional.of("must not be blank");
        if (value.length() > maxLength) return Optional.of("must not be longer than " + maxLength + " characters");
        if (CONTROL.matcher(value).find()) return Optional.of("must not contain control characters");
        if (BROKEN.matcher(value).find()) return Optional.of("must be valid Unicode");
        return fault(value);
    }

    Optional<String> fault(String value) {
        return Optional.empty();
    }

    private static Optional<String> fails(boolean failed, String message) {
        return failed ? Optional.of(message) : Optional.empty();
    }

    private static boolean wellFormed(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return PRIMARY_LANGUAGE.matcher(tag).matches();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean date(String text) {
        Matcher date = DATE.matcher(text.strip());
        try {
            if (!date.matches()) {
                OffsetDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
                return true;
            }
            LocalDate.of(number(date, 1, 1), number(date, 2, 1), number(date, 3, 1));
            LocalTime.of(number(date, 4, 0), number(date, 5, 0), number(date, 6, 0));
            if (date.group(7) != null) ZoneOffset.of(date.group(7));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(Matcher matcher, int group, int otherwise) {
        return matcher.group(group) == null ? otherwise : Integer.parseInt(matcher.group(group));
    }
}
