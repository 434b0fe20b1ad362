package dev.postwire.enrich.read;

import dev.postwire.enrich.post.Moment;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates with the month's name, in English or German: {@code Tue, 3 Jun 2008 11:05:30 GMT}, {@code June 3rd, 2008}, {@code 3. Juni 2008}. */
final class WordedDates {
    private static final String WEEKDAY = "(?:\\p{L}{2,10}\\.?,?\\s{1,2})?";
    private static final String TIME = "(?:,?\\s{1,3}(.{1,60}))?";
    private static final Pattern DAY_FIRST = Pattern.compile(
            WEEKDAY + "(\\d{1,2})(?:\\.|st|nd|rd|th)?[\\s-](?:of )?(\\p{L}{3,10})\\.?,?[\\s-](\\d{4}|\\d{2})" + TIME);
    private static final Pattern MONTH_FIRST =
            Pattern.compile(WEEKDAY + "(\\p{L}{3,10})\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}(\\d{4})" + TIME);
    /** As {@code date} and {@code ctime} print it: the year comes last. */
    private static final Pattern YEAR_LAST = Pattern.compile(
            "\\p{L}{3}\\s{1,2}(\\p{L}{3})\\s{1,2}(\\d{1,2})\\s(\\d{1,2}:\\d{2}:\\d{2}(?:\\s[A-Z]{3,4})?)\\s(\\d{4})");

    private static final Pattern MONTH_ONLY = Pattern.compile("(\\p{L}{3,10})\\.?,?\\s(\\d{4})");

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("mär", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("mai", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dez", 12));

    /** Names in full, so that no other word that begins like one is taken for a month. */
    private static final Set<String> FULL = Set.of(
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "sept",
            "october",
            "november",
            "december",
            "januar",
            "jänner",
            "februar",
            "märz",
            "juni",
            "juli",
            "oktober",
            "dezember");

    private static final int SHORT = 3;
    /** RFC 822's two digits, read as RFC 2822 says. */
    private static final int THIS_CENTURY = 50;

    private WordedDates() {}

    static Optional<Moment> read(String words) {
        Matcher m = DAY_FIRST.matcher(words);
        if (m.matches()) return moment(m.group(3), m.group(2), m.group(1), m.group(4));
        m = MONTH_FIRST.matcher(words);
        if (m.matches()) return moment(m.group(3), m.group(1), m.group(2), m.group(4));
        m = YEAR_LAST.matcher(words);
        if (m.matches()) return moment(m.group(4), m.group(1), m.group(2), m.group(3));
        m = MONTH_ONLY.matcher(words);
        return m.matches() ? moment(m.group(2), m.group(1), "0", null) : Optional.empty();
    }

    private static Optional<Moment> moment(String year, String month, String day, String time) {
        int number = month(month.toLowerCase(Locale.ROOT));
        return number == 0 ? Optional.empty() : Dates.moment(year(year), number, Integer.parseInt(day), time);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) return year;
        return year < THIS_CENTURY ? 2000 + year : 1900 + year;
    }

    private static int month(String name) {
        if (name.equals("jänner")) return 1;
        boolean known = name.length() == SHORT || FULL.contains(name);
        return known ? MONTHS.getOrDefault(name.substring(0, SHORT), 0) : 0;
    }
}
