package dev.postwire.query.search;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single parameters as people write them, or says what is wrong with them. */
public final class Parameters {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private Parameters() {}

    /** {@code 500ms}, {@code 10s}, {@code 1m}; a bare number is seconds. */
    public static Duration wait(String text, Duration longest) throws MalformedQuery {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new MalformedQuery("wait", "Write a duration as 500ms, 10s or 1m.");
        }
        long number = Long.parseLong(matcher.group(1));
        Duration wait = "ms".equals(matcher.group(2))
                ? Duration.ofMillis(number)
                : "m".equals(matcher.group(2)) ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
        if (wait.compareTo(longest) > 0) {
            throw new MalformedQuery("wait", "At most " + longest.toSeconds() + "s can be waited for.");
        }
        return wait;
    }

    public static int limit(String text, int most) throws MalformedQuery {
        String number = text.strip();
        if (COUNT.matcher(number).matches()) {
            int limit = Integer.parseInt(number);
            if (limit >= 1 && limit <= most) return limit;
        }
        throw new MalformedQuery("limit", "Give a whole number from 1 to " + most + ".");
    }

    public static boolean yes(String parameter, String text) throws MalformedQuery {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw new MalformedQuery(parameter, "Give true or false.");
        };
    }

    /** The first moment meant: of a year, a month or a day its midnight in UTC; a date and time is RFC 3339. */
    public static Instant from(String text) throws MalformedQuery {
        return moment("from", text, 0);
    }

    /** The first moment no longer meant: a year, a month or a day means the whole of it, a date and time that very moment. */
    public static Instant until(String text) throws MalformedQuery {
        return moment("to", text, 1);
    }

    private static Instant moment(String name, String text, int afterwards) throws MalformedQuery {
        // A plus sign in an offset that was not percent-encoded arrives as a space.
        String date = text.strip().replace(' ', '+');
        try {
            Optional<LocalDate> day = day(date, afterwards);
            if (day.isPresent()) return day.get().atStartOfDay(ZoneOffset.UTC).toInstant();
            OffsetDateTime moment = OffsetDateTime.parse(date);
            if (moment.getYear() >= 1 && moment.getYear() <= 9999) {
                return moment.toInstant().plusNanos(afterwards * 1_000L);
            }
        } catch (DateTimeParseException e) {
            // answered below
        }
        throw new MalformedQuery(
                name, "Write a date as 2014, 2014-05 or 2014-05-25, a moment as 2014-05-25T18:59:37Z.");
    }

    /** As bars of the timeline and years among the facets are written. Empty where it is longer than a date. */
    private static Optional<LocalDate> day(String date, int afterwards) {
        return switch (date.length()) {
            case 4 -> Optional.of(Year.parse(date).plusYears(afterwards).atDay(1));
            case 7 -> Optional.of(YearMonth.parse(date).plusMonths(afterwards).atDay(1));
            case 10 -> Optional.of(LocalDate.parse(date).plusDays(afterwards));
            default -> Optional.empty();
        };
    }
}
