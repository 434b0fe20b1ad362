package dev.postwire.platform.kafka;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a raw record stands: its partition and offset on the raw topic, written {@code partition-offset}. */
public record Receipt(int partition, long offset) implements Comparable<Receipt> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    public Receipt {
        if (partition < 0) throw new IllegalArgumentException("partition is negative");
        if (offset < 0) throw new IllegalArgumentException("offset is negative");
    }

    /** Empty where the text is not of the form {@code partition-offset}. */
    public static Optional<Receipt> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        return Optional.of(new Receipt(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))));
    }

    @Override
    public int compareTo(Receipt other) {
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
