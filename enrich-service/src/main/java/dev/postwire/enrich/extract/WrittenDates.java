package dev.postwire.enrich.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds days written for people to read: {@code August 19, 2025}, {@code 19. August 2025}, {@code 2025年8月19日}, {@code 19.08.2025}. */
final class WrittenDates {
    private static final Map<String, Integer> MONTHS = months();
    private static final String MONTH = "(\\p{L}{3,10})\\.?";
    private static final Pattern FORMS = Pattern.compile("(?U)"
            + "\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? {1,2}(\\d{4})\\b" // 1, 2, 3
            + "|\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)? (?:de )?" + MONTH + ",? (?:de )?(\\d{4})\\b" // 4, 5, 6
            + "|\\b(\\d{4})[-/.年] ?(\\d{1,2})[-/.月] ?(\\d{1,2})日?" // 7, 8, 9
            + "|\\b(\\d{1,2})([./])(\\d{1,2})\\11(\\d{4})\\b"); // 10, 12, 13

    private static final int EARLIEST_YEAR = 1990;

    private WrittenDates() {}

    /** The first day written in the text. */
    static Optional<LocalDate> first(String text) {
        Matcher matcher = FORMS.matcher(text);
        while (matcher.find()) {
            Optional<LocalDate> day = day(matcher);
            if (day.isPresent()) return day;
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher m) {
        if (m.group(3) != null) return byName(m.group(3), m.group(1), m.group(2));
        if (m.group(6) != null) return byName(m.group(6), m.group(5), m.group(4));
        if (m.group(7) != null) return of(m.group(7), number(m.group(8)), m.group(9));
        // With points the day comes first; with slashes the month, unless it cannot be one.
        boolean dayFirst = m.group(11).equals(".") || number(m.group(10)) > 12;
        return dayFirst
                ? of(m.group(13), number(m.group(12)), m.group(10))
                : of(m.group(13), number(m.group(10)), m.group(12));
    }

    private static Optional<LocalDate> byName(String year, String month, String day) {
        Integer number = MONTHS.get(month.toLowerCase(Locale.ROOT));
        return number == null ? Optional.empty() : of(year, number, day);
    }

    private static Optional<LocalDate> of(String year, int month, String day) {
        try {
            LocalDate date = LocalDate.of(number(year), month, number(day));
            return date.getYear() < EARLIEST_YEAR ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Full names and what people shorten them to, by language. */
    private static Map<String, Integer> months() {
        String[] languages = {
            "january february march april may june july august september october november december",
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "janu febr marc apri mai juni juli augu sept octo nove dece",
            "januar februar märz april mai juni juli august september oktober november dezember",
            "jänner feber mär apr mai jun jul aug sep okt nov dez",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "januari februari maart april mei juni juli augustus september oktober november december",
            "januari februari mars april maj juni juli augusti september oktober november december"
        };
        Map<String, Integer> months = new TreeMap<>();
        for (String language : languages) {
            String[] names = language.split(" ");
            for (int i = 0; i < names.length; i++) months.putIfAbsent(names[i], i + 1);
        }
        return months;
    }
}
