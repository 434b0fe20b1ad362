package dev.postwire.enrich.post;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * A point in time as precise as its author said it.
 *
 * @param at where the precision is less than time, midnight UTC of the first day meant
 */
public record Moment(OffsetDateTime at, Precision precision) {
    /** How much of the time was said. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        TIME;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Moment {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(precision, "precision");
    }

    /** RFC 3339, with the offset the author gave. */
    public String text() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }
}
