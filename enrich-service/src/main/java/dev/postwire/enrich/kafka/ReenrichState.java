package dev.postwire.enrich.kafka;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the topic of re-enrichment says by now: the request that counts, and which partitions a run has passed. That is said there,
 * for the broker forgets the positions of a group without members after some days, while the request stays. One thread takes records
 * in, any may ask.
 */
final class ReenrichState {
    static final String REQUEST = "reenrich";
    private static final String PASSED = "passed-";

    private final Map<Integer, Long> passed = new ConcurrentHashMap<>();
    // Null for none.
    private volatile ReenrichRequest request;

    /** The value of the record that says that a run has passed a partition; it takes the place of that of an earlier run. */
    record Passed(long run, int partition) {
        Passed {
            if (run < 1) throw new IllegalArgumentException("run is below 1");
            if (partition < 0) throw new IllegalArgumentException("partition is negative");
        }

        String key() {
            return PASSED + partition;
        }
    }

    /** @throws IOException where the record cannot be read; what was known stays, for nobody can tell what else was meant */
    void take(String key, byte[] value) throws IOException {
        if (REQUEST.equals(key)) {
            request = value == null ? null : ReenrichRequest.read(value);
        } else if (key != null && key.startsWith(PASSED) && value != null) {
            Passed told = Json.MAPPER.readValue(value, Passed.class);
            if (told == null) throw new IOException("the value is null");
            passed.put(told.partition(), told.run());
        }
    }

    /** The last request, done or not; none where it was ended. */
    Optional<ReenrichRequest> request() {
        return Optional.ofNullable(request);
    }

    /** The last request, as long as there is a partition that its run has not passed. */
    Optional<ReenrichRequest> underWay() {
        return request()
                .filter(asked -> !asked.partitions().stream().allMatch(partition -> hasPassed(asked.run(), partition)));
    }

    boolean hasPassed(long run, int partition) {
        return passed.getOrDefault(partition, 0L) == run;
    }
}
