package dev.postwire.query.index;

import java.time.LocalDate;
import java.util.Locale;

/** How long a bar of the timeline is. */
public enum Interval {
    YEAR("2014".length()),
    MONTH("2014-05".length()),
    DAY("2014-05-25".length());

    private final int length;

    Interval(int length) {
        this.length = length;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String of(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString().substring(0, length);
    }
}
