package dev.postwire.enrich.learn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a post's address says of it.
 *
 * @param folders the words of all but its last part
 * @param day of publication, counted from 1970; of a year or a month its middle
 */
record Address(List<String> folders, int day) {
    private static final int LONGEST = 300;
    private static final int MOST_FOLDERS = 10;
    private static final Pattern DATE =
            Pattern.compile("/((?:19|20)\\d\\d)(?:[-/](\\d\\d)(?:[-/](\\d\\d))?)?(?=[-/_.]|$)");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Address NOTHING = new Address(List.of(), Reading.NO_DAY);

    static Address of(Optional<String> url) {
        int host = url.map(u -> u.indexOf("://")).orElse(-1);
        int start = host < 0 ? -1 : url.get().indexOf('/', host + 3);
        if (start < 0 || url.get().length() > LONGEST) return NOTHING;
        String path = url.get().substring(start).toLowerCase(Locale.ROOT);
        List<String> folders = new ArrayList<>();
        for (String word : NO_WORD.split(path.substring(0, path.lastIndexOf('/')))) {
            // Months and days say nothing, years do.
            boolean says = word.length() > 2 || !word.isEmpty() && Character.isLetter(word.charAt(0));
            if (says && folders.size() < MOST_FOLDERS) folders.add(word);
        }
        return new Address(folders, day(DATE.matcher(path)));
    }

    private static int day(Matcher date) {
        if (!date.find()) return Reading.NO_DAY;
        int year = Integer.parseInt(date.group(1));
        int month = date.group(2) == null ? 7 : Integer.parseInt(date.group(2));
        int day = date.group(2) == null ? 1 : date.group(3) == null ? 15 : Integer.parseInt(date.group(3));
        try {
            return (int) LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            // Numbers that look like a date and are none.
            return Reading.NO_DAY;
        }
    }
}
