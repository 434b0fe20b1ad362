package dev.postwire.ingest.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many batches each caller has under way, so that no one takes the place of all. Nobody waits. Thread-safe; remembers nobody who has none. */
final class Batches {
    private final int most;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    Batches(int most) {
        this.most = most;
    }

    /** One more of that caller; false, and none more, where it has as many as it may. */
    boolean enter(String caller) {
        boolean[] entered = {false};
        underWay.compute(caller, (who, before) -> {
            int count = before == null ? 0 : before;
            entered[0] = count < most;
            return entered[0] ? Integer.valueOf(count + 1) : before;
        });
        return entered[0];
    }

    /** One less; to be called once for each that entered. */
    void leave(String caller) {
        underWay.compute(caller, (who, count) -> count == null || count == 1 ? null : count - 1);
    }

    int callers() {
        return underWay.size();
    }
}
