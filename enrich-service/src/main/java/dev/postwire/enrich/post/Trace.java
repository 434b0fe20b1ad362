package dev.postwire.enrich.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What each step did and how long it took, for a preview's reader. Used by one thread. */
public final class Trace {
    private static final long NANOS_A_MICRO = 1_000;

    private final boolean told;
    private final List<Step> steps = new ArrayList<>();

    /** A trace that somebody will read. */
    public Trace() {
        this(true);
    }

    private Trace(boolean told) {
        this.told = told;
    }

    /** A trace that nobody will read: nothing is noted. */
    public static Trace untold() {
        return new Trace(false);
    }

    /** @param notes what the step decided and why, by name */
    public record Step(String step, long micros, Map<String, Object> notes) {}

    /** Runs the step and notes its time and what {@code notes} makes of its result. */
    public <T> T step(String name, Supplier<T> work, Function<T, Map<String, Object>> notes) {
        if (!told) return work.get();
        long start = System.nanoTime();
        T result = work.get();
        steps.add(new Step(name, (System.nanoTime() - start) / NANOS_A_MICRO, notes.apply(result)));
        return result;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }
}
