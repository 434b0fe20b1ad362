package dev.postwire.enrich.read;

import dev.postwire.enrich.post.Moment;
import dev.postwire.enrich.post.Moment.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people and programs write them: ISO 8601 and its near misses ({@code 2013/7/13 20:46:25}, {@code 2026.01.02},
 * {@code 20130713T204625Z}, {@code 2013年7月13日}), RFC 822 and other forms with the month's name, a year or a month alone, seconds
 * or milliseconds since 1970. Never invents what was not said: an order of day and month that only a country tells is not read; a
 * time without a zone is UTC.
 */
public final class Dates {
    private static final Pattern NUMERIC =
            Pattern.compile("(\\d{4})(?:\\s?[-/.年]\\s?(\\d{1,2})(?:\\s?[-/.月]\\s?(\\d{1,2})[日.]?)?月?)?年?"
                    + "(?:(?:[Tt]|\\s{1,3}|,\\s{1,2}|(?<=日))(.{1,60}))?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?(Z|[+-]\\d{4})?)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?:,?\\s{1,3}(.{1,60}))?");
    private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");
    private static final int SECONDS_DIGITS = 10;
    private static final int LONGEST_CHARS = 100;
    /** What programs write for no date at all lies before it. */
    private static final int FIRST_YEAR = 1000;

    private Dates() {}

    public static Optional<Moment> parse(String text) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_CHARS) return Optional.empty();
        try {
            return read(words).filter(moment -> moment.at().getYear() >= FIRST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Moment> read(String words) {
        if (EPOCH.matcher(words).matches()) return Optional.of(epoch(words));
        Matcher compact = COMPACT.matcher(words);
        if (compact.matches()) return Optional.of(compact(compact));
        Matcher numeric = NUMERIC.matcher(words);
        if (numeric.matches()) {
            return moment(number(numeric, 1, 1), number(numeric, 2, 0), number(numeric, 3, 0), numeric.group(4));
        }
        Matcher dayFirst = DAY_FIRST.matcher(words);
        if (dayFirst.matches()) {
            return moment(number(dayFirst, 3, 1), number(dayFirst, 2, 1), number(dayFirst, 1, 1), dayFirst.group(4));
        }
        return WordedDates.read(words);
    }

    /**
     * A point in time of its parts.
     *
     * @param month 0 where it was not said, and so the day
     * @param time the words of the time of day, or null
     */
    static Optional<Moment> moment(int year, int month, int day, String time) {
        Precision precision = month == 0 ? Precision.YEAR : day == 0 ? Precision.MONTH : Precision.DAY;
        LocalDate date = LocalDate.of(year, Math.max(1, month), Math.max(1, day));
        if (time == null) return Optional.of(new Moment(date.atStartOfDay().atOffset(ZoneOffset.UTC), precision));
        if (precision != Precision.DAY) return Optional.empty();
        return TimeOfDay.read(time)
                .map(clock -> new Moment(
                        ZonedDateTime.of(date, clock.time(), clock.zone()).toOffsetDateTime(), Precision.TIME));
    }

    private static Moment compact(Matcher m) {
        LocalDate date = LocalDate.of(number(m, 1, 1), number(m, 2, 1), number(m, 3, 1));
        if (m.group(4) == null) return new Moment(date.atStartOfDay().atOffset(ZoneOffset.UTC), Precision.DAY);
        LocalTime time = LocalTime.of(number(m, 4, 0), number(m, 5, 0), number(m, 6, 0));
        String zone = m.group(7);
        ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
        return new Moment(OffsetDateTime.of(date, time, offset), Precision.TIME);
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
}
