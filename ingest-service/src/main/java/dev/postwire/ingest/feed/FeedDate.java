package dev.postwire.ingest.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as feeds write them: RFC 3339 and ISO 8601, RFC 822 with its short years and named zones, and their near misses. */
final class FeedDate {
    private static final int LONGEST = 64;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONE_HOURS = Map.ofEntries(
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("AKST", -9),
            Map.entry("AKDT", -8),
            Map.entry("HST", -10),
            Map.entry("AST", -4),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("JST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11));
    private static final Pattern ISO = Pattern.compile("(\\d{4})-?(?:(\\d{2})(?:-?(\\d{2}))?)?"
            + "(?:[Tt ]\\s?(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?)?\\s?(.*)");
    private static final Pattern RFC_822 = Pattern.compile(
            "(?:[A-Za-z]{3,9}\\.?,?\\s{1,3})?(\\d{1,2})[\\s-]{1,3}([A-Za-z]{3,9})\\.?,?[\\s-]{1,3}"
                    + "(\\d{4}|\\d{2})(?!\\d)(?:,?\\s{1,3}(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d{1,9})?)?)?\\s{0,3}(.*)");
    private static final Pattern AMERICAN =
            Pattern.compile("(?:[A-Za-z]{3,9}\\.?,?\\s{1,3})?([A-Za-z]{3,9})\\.?\\s{1,3}(\\d{1,2}),?\\s{1,3}"
                    + "(\\d{4})(?:,?\\s{1,3}(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?\\s{0,3}(.*)");
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC?)?([+-])(\\d{1,2}):?(\\d{2})?.{0,20}");

    private FeedDate() {}

    /** The moment as RFC 3339 has it, or the day, month or year where no more was said; empty where the text is no date. */
    static Optional<String> read(String text) {
        String date = text.strip();
        if (date.isEmpty() || date.length() > LONGEST) return Optional.empty();
        try {
            return iso(date)
                    .or(() -> worded(RFC_822.matcher(date), 1, 2))
                    .or(() -> worded(AMERICAN.matcher(date), 2, 1));
        } catch (DateTimeException e) {
            return Optional.empty(); // a thirteenth month, a 25th hour
        }
    }

    private static Optional<String> iso(String text) {
        Matcher date = ISO.matcher(text);
        if (!date.matches()) return Optional.empty();
        if (date.group(4) != null) return moment(day(date, 1, 2, 3), date, 4);
        if (!date.group(7).isEmpty()) return Optional.empty();
        LocalDate day = day(date, 1, 2, 3);
        if (date.group(2) == null) return Optional.of(date.group(1));
        return Optional.of(date.group(3) == null ? day.toString().substring(0, 7) : day.toString());
    }

    private static Optional<String> worded(Matcher date, int dayGroup, int monthGroup) {
        if (!date.matches()) return Optional.empty();
        String word = date.group(monthGroup).toLowerCase(Locale.ROOT);
        int month = MONTHS.indexOf(word.substring(0, 3)) + 1;
        int year = Integer.parseInt(date.group(3));
        // RFC 2822, section 4.3
        if (date.group(3).length() == 2) year += year < 50 ? 2000 : 1900;
        LocalDate day = LocalDate.of(year, month, Integer.parseInt(date.group(dayGroup)));
        if (date.group(4) != null) return moment(day, date, 4);
        return date.group(7).isEmpty() ? Optional.of(day.toString()) : Optional.empty();
    }

    private static LocalDate day(Matcher date, int year, int month, int day) {
        return LocalDate.of(number(date, year, 1), number(date, month, 1), number(date, day, 1));
    }

    private static Optional<String> moment(LocalDate day, Matcher date, int hour) {
        int hours = number(date, hour, 0);
        // Midnight at the end of a day is that at the beginning of the next; a leap second is the one before it.
        LocalTime time = LocalTime.of(hours % 24, number(date, hour + 1, 0), Math.min(59, number(date, hour + 2, 0)));
        if (hours > 24) return Optional.empty();
        LocalDateTime moment = day.plusDays(hours / 24).atTime(time);
        String zone = date.group(hour + 3).strip();
        return offset(zone).map(offset -> OffsetDateTime.of(moment, offset)
                .format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX")));
    }

    /** What names no zone is taken for universal time, as most who leave it out mean it. */
    private static Optional<ZoneOffset> offset(String zone) {
        String name = zone.replaceAll("\\(.*", "").strip().toUpperCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("Z") || name.equals("UT") || name.equals("UTC") || name.equals("GMT")) {
            return Optional.of(ZoneOffset.UTC);
        }
        if (ZONE_HOURS.containsKey(name)) return Optional.of(ZoneOffset.ofHours(ZONE_HOURS.get(name)));
        Matcher offset = OFFSET.matcher(name);
        if (!offset.matches()) return name.matches("[A-Z]{1,5}") ? Optional.of(ZoneOffset.UTC) : Optional.empty();
        int sign = offset.group(1).equals("-") ? -1 : 1;
        return Optional.of(ZoneOffset.ofHoursMinutes(sign * number(offset, 2, 0), sign * number(offset, 3, 0)));
    }

    private static int number(Matcher matcher, int group, int otherwise) {
        return matcher.group(group) == null ? otherwise : Integer.parseInt(matcher.group(group));
    }
}
