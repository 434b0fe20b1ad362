package dev.postwire.local.imports;

import dev.postwire.local.part.PartFailure;
import java.util.concurrent.atomic.AtomicReference;

/** What ends an import before its end, wherever it came up; the first counts. Thread-safe. */
final class Trouble {
    private final AtomicReference<PartFailure> first = new AtomicReference<>();

    void is(PartFailure failure) {
        first.compareAndSet(null, failure);
    }

    boolean any() {
        return first.get() != null;
    }

    /** @throws PartFailure if there is any */
    void check() {
        PartFailure failure = first.get();
        if (failure != null) throw new PartFailure(failure.getMessage(), failure);
    }
}
