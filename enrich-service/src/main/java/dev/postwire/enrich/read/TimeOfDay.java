package dev.postwire.enrich.read;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day and its zone, as {@code 13:46:42 -0600}, {@code 1:46 pm EST} or {@code 20:46 Uhr}. */
record TimeOfDay(LocalTime time, ZoneId zone) {
    private static final Pattern CLOCK = Pattern.compile(
            "(?:at |um )?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s{0,3}(?:([AaPp])\\.?[Mm]\\.?(?![A-Za-z])|Uhr)?\\s{0,3}(.{0,40})");
    private static final Pattern OFFSET = Pattern.compile(
            "(?:UTC|GMT)?([+-])(\\d{1,2}):?(\\d{2})?(?::?00)?(?:\\s?\\([^()]{1,30}\\)|\\s?[A-Z]{1,5})?");

    private static final Pattern REGION = Pattern.compile("[A-Z][A-Za-z]{1,20}(?:/[A-Z][A-Za-z_-]{1,20}){1,2}");

    /** The zones RFC 822 names, and those of its kind that mean one offset wherever they are used. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("", 0),
            Map.entry("Z", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("MEZ", 1),
            Map.entry("MESZ", 2),
            Map.entry("JST", 9));

    private static final int HALF_DAY_HOURS = 12;

    /** Empty where the words say more or less than a time. Throws {@link java.time.DateTimeException} for an impossible one. */
    static Optional<TimeOfDay> read(String words) {
        Matcher clock = CLOCK.matcher(words.strip());
        if (!clock.matches()) return Optional.empty();
        int hour = Integer.parseInt(clock.group(1));
        if (clock.group(4) != null) {
            if (hour < 1 || hour > HALF_DAY_HOURS) return Optional.empty();
            hour = hour % HALF_DAY_HOURS + (clock.group(4).equalsIgnoreCase("p") ? HALF_DAY_HOURS : 0);
        }
        int second = clock.group(3) == null ? 0 : Math.min(59, Integer.parseInt(clock.group(3)));
        LocalTime time = LocalTime.of(hour, Integer.parseInt(clock.group(2)), second);
        return zone(clock.group(5).strip()).map(zone -> new TimeOfDay(time, zone));
    }

    private static Optional<ZoneId> zone(String words) {
        Integer named = ZONES.get(words.toUpperCase(Locale.ROOT));
        if (named != null) return Optional.of(ZoneOffset.ofHours(named));
        // CST is America's and China's: only a number tells.
        Matcher numeric = OFFSET.matcher(words);
        if (!numeric.matches())
            return REGION.matcher(words).matches() ? Optional.of(ZoneId.of(words)) : Optional.empty();
        int sign = numeric.group(1).equals("-") ? -1 : 1;
        int minutes = numeric.group(3) == null ? 0 : Integer.parseInt(numeric.group(3));
        return Optional.of(ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(numeric.group(2)), sign * minutes));
    }
}
