package dev.postwire.ingest.post;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was said around a body, in query parameters.
 *
 * @param values for each field that was said its values, at least one, valid
 */
public record Metadata(Map<Field, List<String>> values) {
    /** Nothing was said. */
    public static final Metadata NONE = new Metadata(Map.of());

    /** What can be said. */
    public enum Field {
        URL(Rule.URL, 1),
        TITLE(Rule.TITLE, 1),
        AUTHOR(Rule.NAME, 50),
        PUBLISHED(Rule.MOMENT, 1),
        LANGUAGE(Rule.LANGUAGE, 1),
        TAG(Rule.TAG, 100);

        private final Rule rule;
        private final int most;

        Field(Rule rule, int most) {
            this.rule = rule;
            this.most = most;
        }

        /** The query parameter's name, e.g. {@code author}. */
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Field> of(String parameter) {
            for (Field field : values()) {
                if (field.parameter().equals(parameter)) return Optional.of(field);
            }
            return Optional.empty();
        }
    }

    public Metadata {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** Either the metadata or what is wrong with the parameters. */
    public sealed interface Reading {
        record Said(Metadata metadata) implements Reading {}

        record Wrong(List<Fault> faults) implements Reading {}
    }

    /** Reads all query parameters of a call; one that is not known is a fault, so that a slip of the pen is not lost in silence. */
    public static Reading read(Map<String, ? extends Collection<String>> parameters) {
        Map<Field, List<String>> values = new EnumMap<>(Field.class);
        List<Fault> faults = new ArrayList<>();
        parameters.forEach((name, given) -> Field.of(name)
                .ifPresentOrElse(
                        field -> {
                            faults.addAll(faults(field, given));
                            values.put(field, List.copyOf(given));
                        },
                        () -> faults.add(unknown(name))));
        return faults.isEmpty() ? new Reading.Said(new Metadata(values)) : new Reading.Wrong(faults);
    }

    /** The faults of a call that takes no parameter at all but has some. */
    public static List<Fault> none(Collection<String> names) {
        return names.stream().map(Metadata::unknown).toList();
    }

    /** The first value of a field. */
    public Optional<String> first(Field field) {
        return values.getOrDefault(field, List.of()).stream().findFirst();
    }

    @Override
    public String toString() {
        return "Metadata" + values.keySet();
    }

    private static List<Fault> faults(Field field, Collection<String> given) {
        if (given.size() > field.most) {
            String message = field.most == 1 ? "must be given once" : "must be given at most " + field.most + " times";
            return List.of(new Fault(field.parameter(), message));
        }
        return given.stream()
                .map(field.rule::check)
                .flatMap(Optional::stream)
                .distinct()
                .map(message -> new Fault(field.parameter(), message))
                .toList();
    }

    private static Fault unknown(String name) {
        return new Fault(shown(name), "is no parameter of this call");
    }

    /** A name that came from outside, fit to be shown. */
    private static String shown(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(40)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
