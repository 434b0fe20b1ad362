package dev.postwire.query.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code Accept} header, as RFC 9110 (12.5.1) reads it: of the ranges that take a form the most specific one gives its weight, and
 * the form of the greatest weight is given. What cannot be read in it is passed over, for a reader is better served with something.
 */
public final class Accept {
    private static final int MOST_RANGES = 64;
    private static final String ANY = "*";

    private final List<Range> ranges;

    private record Range(String type, String subtype, double weight) {
        /** How closely it names that form; negative where it does not. */
        int closeness(Representation form) {
            if (type.equals(ANY)) return 0;
            if (!type.equals(form.type())) return -1;
            if (subtype.equals(ANY)) return 1;
            return subtype.equals(form.subtype()) ? 2 : -1;
        }
    }

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    public static Accept parse(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String part : header.split(",", MOST_RANGES)) {
            String[] pieces = part.split(";", -1);
            String[] names = pieces[0].strip().toLowerCase(Locale.ROOT).split("/", 2);
            if (names.length == 2) ranges.add(new Range(names[0], names[1], weight(pieces)));
        }
        return new Accept(ranges);
    }

    private static double weight(String[] pieces) {
        for (int i = 1; i < pieces.length; i++) {
            String parameter = pieces[i].strip().toLowerCase(Locale.ROOT).replace(" ", "");
            if (!parameter.startsWith("q=")) continue;
            try {
                double weight = Double.parseDouble(parameter.substring("q=".length()));
                return weight >= 0 && weight <= 1 ? weight : 1;
            } catch (NumberFormatException e) {
                return 1;
            }
        }
        return 1;
    }

    /** The form to give; empty where the reader takes none of them. */
    public Optional<Representation> choose() {
        if (ranges.isEmpty()) return Optional.of(Representation.JSON);
        Optional<Representation> best = Optional.empty();
        double most = 0;
        for (Representation form : Representation.values()) {
            double weight = weight(form);
            if (weight > most) {
                best = Optional.of(form);
                most = weight;
            }
        }
        return best;
    }

    private double weight(Representation form) {
        int closest = -1;
        double weight = 0;
        for (Range range : ranges) {
            int closeness = range.closeness(form);
            if (closeness > closest) {
                closest = closeness;
                weight = range.weight();
            }
        }
        return weight;
    }
}
