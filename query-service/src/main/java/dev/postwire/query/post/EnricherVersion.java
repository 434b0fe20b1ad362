package dev.postwire.query.post;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The version of the rules that made a result, compared number by number: 0.10 is later than 0.9, and 1.0 is the same as 1. */
public record EnricherVersion(List<Long> numbers) implements Comparable<EnricherVersion> {
    /** Numbers of up to 18 digits, which is what a long holds, and as many as anyone would write. */
    private static final Pattern FORM = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18}){0,15}");

    public EnricherVersion {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty()) throw new IllegalArgumentException("enricher.version is empty");
    }

    public static EnricherVersion parse(String text) {
        Require.matches(FORM, text, "enricher.version");
        return new EnricherVersion(
                Arrays.stream(text.split("\\.")).map(Long::valueOf).toList());
    }

    @Override
    public int compareTo(EnricherVersion other) {
        int longest = Math.max(numbers.size(), other.numbers.size());
        for (int i = 0; i < longest; i++) {
            int order = Long.compare(at(i), other.at(i));
            if (order != 0) return order;
        }
        return 0;
    }

    private long at(int position) {
        return position < numbers.size() ? numbers.get(position) : 0;
    }

    @Override
    public String toString() {
        return String.join(".", numbers.stream().map(String::valueOf).toList());
    }
}
