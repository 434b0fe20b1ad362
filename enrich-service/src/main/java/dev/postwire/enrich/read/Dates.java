package dev.postwire.enrich.read;

import dev.postwire.enrich.post.Moment;
import dev.postwire.enrich.post.Moment.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people and programs write them: ISO 8601 and its near misses ({@code 2013/7/13 20:46:25}, {@code 2026.01.02}), RFC 822,
 * a year or a month alone, seconds or milliseconds since 1970. Never invents what was not said; a time without a zone is UTC.
 */
public final class Dates {
    private static final Pattern NUMERIC = Pattern.compile(
            "(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2})"
                    + "(?:[T ]\\s{0,3}(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s{0,3}(Z|z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?)?)?");
    private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");
    private static final int SECONDS_DIGITS = 10;

    private Dates() {}

    public static Optional<Moment> parse(String text) {
        String trimmed = text.strip();
        Matcher numeric = NUMERIC.matcher(trimmed);
        try {
            if (numeric.matches()) return Optional.of(numeric(numeric));
            if (EPOCH.matcher(trimmed).matches()) return Optional.of(epoch(trimmed));
            return Optional.of(
                    new Moment(OffsetDateTime.parse(trimmed, DateTimeFormatter.RFC_1123_DATE_TIME), Precision.TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Moment numeric(Matcher m) {
        Precision precision = m.group(2) == null
                ? Precision.YEAR
                : m.group(3) == null ? Precision.MONTH : m.group(4) == null ? Precision.DAY : Precision.TIME;
        LocalDate day = LocalDate.of(number(m, 1, 1), number(m, 2, 1), number(m, 3, 1));
        LocalTime time = LocalTime.of(number(m, 4, 0), number(m, 5, 0), number(m, 6, 0));
        return new Moment(OffsetDateTime.of(day, time, offset(m.group(7))), precision);
    }

    private static Moment epoch(String digits) {
        long number = Long.parseLong(digits);
        Instant at = digits.length() == SECONDS_DIGITS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return new Moment(at.atOffset(ZoneOffset.UTC), Precision.TIME);
    }

    private static int number(Matcher matcher, int group, int otherwise) {
        String digits = matcher.group(group);
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static ZoneOffset offset(String text) {
        return text == null || !(text.startsWith("+") || text.startsWith("-")) ? ZoneOffset.UTC : ZoneOffset.of(text);
    }
}
