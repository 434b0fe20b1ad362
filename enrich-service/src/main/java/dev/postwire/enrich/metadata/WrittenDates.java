package dev.postwire.enrich.metadata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds days written for people to read: {@code August 19, 2025}, {@code 19. August 2025}, {@code 2025年8月19日}, {@code
 * 19.08.2025}. Looks only around what can be a year, so a long text costs one pass.
 */
final class WrittenDates {
    /** The order of day and month where only figures and slashes are written. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    private static final Map<String, Integer> MONTHS = months();
    private static final int EARLIEST_YEAR = 1990;
    private static final int LATEST_YEAR = 2100;
    private static final int YEAR_DIGITS = 4;
    private static final int LONGEST_LINE = 2_000;
    /** The longest that can stand between the beginning of a date and the end of its year. */
    private static final int REACH = 32;

    private static final String WORD = "(\\p{L}{3,10})";
    private static final Pattern YEAR_LAST = Pattern.compile("(?:"
            + WORD + "\\.?,? ?(\\d{1,2})(?:st|nd|rd|th)?[,.]? {0,2}" // August 19, 2025
            + "|(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[ -](?:(?:de|of|d’|d') ?)?" + WORD
            + "[.,]{0,2}[ -]{1,2}(?:(?:de|del) )?" // 19. August 2025
            + "|(?<!\\d)(\\d{1,2})([./-]) ?(\\d{1,2})\\6 ?" // 19.08.2025
            + ")['’]?(\\d{4})$");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})(?:"
            + " ?[-/.年년] ?(\\d{1,2}) ?[-/.月월] ?(\\d{1,2})(?!\\d)" // 2025-08-19, 2025年8月19日, 2025. 8. 19.
            + "|[ -]" + WORD + "\\.?[ -](\\d{1,2})(?!\\d))"); // 2025 August 19

    private WrittenDates() {}

    /** The first day written in the text; figures with slashes are month, day and year. */
    static Optional<LocalDate> first(String text) {
        return first(text, Order.MONTH_FIRST);
    }

    /** The first day written in the text, which is looked through as far as a line may be long. */
    static Optional<LocalDate> first(String line, Order order) {
        String text = line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean digit = i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (digit) {
                digits++;
                continue;
            }
            if (digits == YEAR_DIGITS && isYear(text, i - YEAR_DIGITS)) {
                Optional<LocalDate> day = around(text, i - YEAR_DIGITS, order);
                if (day.isPresent()) return day;
            }
            digits = 0;
        }
        return Optional.empty();
    }

    private static boolean isYear(String text, int at) {
        int year = number(text.substring(at, at + YEAR_DIGITS));
        return year >= EARLIEST_YEAR && year < LATEST_YEAR;
    }

    private static Optional<LocalDate> around(String text, int year, Order order) {
        int end = year + YEAR_DIGITS;
        Matcher after = YEAR_FIRST.matcher(text).region(year, Math.min(text.length(), end + REACH));
        if (after.lookingAt()) {
            Optional<LocalDate> day = after.group(2) != null
                    ? of(after.group(1), number(after.group(2)), after.group(3))
                    : byName(after.group(1), after.group(4), after.group(5));
            if (day.isPresent()) return day;
        }
        if (end < text.length() && Character.isLetter(text.charAt(end)) && text.charAt(end) < 0x2E80) {
            return Optional.empty();
        }
        Matcher before = YEAR_LAST.matcher(text).region(Math.max(0, year - REACH), end);
        return before.find() ? yearLast(before, order) : Optional.empty();
    }

    private static Optional<LocalDate> yearLast(Matcher m, Order order) {
        String year = m.group(8);
        if (m.group(1) != null) return byName(year, m.group(1), m.group(2));
        if (m.group(4) != null) return byName(year, m.group(4), m.group(3));
        int first = number(m.group(5));
        int second = number(m.group(7));
        // With points the day comes first; else as is the custom, unless that makes no date.
        boolean dayFirst = m.group(6).equals(".") || first > 12 || (order == Order.DAY_FIRST && second <= 12);
        return dayFirst ? of(year, second, m.group(5)) : of(year, first, m.group(7));
    }

    private static Optional<LocalDate> byName(String year, String month, String day) {
        Integer number = MONTHS.get(month.toLowerCase(Locale.ROOT));
        return number == null ? Optional.empty() : of(year, number, day);
    }

    private static Optional<LocalDate> of(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(number(year), month, number(day)));
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
        Map<String, Integer> months = new HashMap<>();
        for (String language : languages) {
            String[] names = language.split(" ");
            for (int i = 0; i < names.length; i++) months.putIfAbsent(names[i], i + 1);
        }
        return months;
    }
}
