package dev.postwire.enrich.kafka;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks that what the raw topic holds be enriched anew: the value of a record on the topic of these requests, of which the last one
 * counts; no value ends what is under way.
 *
 * @param run names it, and sets which of two results of one raw record is the newer: milliseconds since 1970
 * @param rate posts a second over all partitions
 * @param all whether to publish also what does not differ, as for a route that is new
 * @param enricher the version of the enricher that asks; an instance of an earlier one leaves the request to later ones
 * @param ends by partition, the raw offset where to end
 */
record ReenrichRequest(long run, int rate, boolean all, String enricher, Map<Integer, Long> ends) {
    ReenrichRequest {
        if (run < 1) throw new IllegalArgumentException("run is below 1");
        if (rate < 1) throw new IllegalArgumentException("rate is below 1");
        if (enricher == null || !enricher.matches("[0-9]{1,9}"))
            throw new IllegalArgumentException("enricher is no number");
        ends = Map.copyOf(ends);
    }

    /** @throws IOException where the value is not of that form */
    static ReenrichRequest read(byte[] value) throws IOException {
        ReenrichRequest request = Json.MAPPER.readValue(value, ReenrichRequest.class);
        if (request == null) throw new IOException("the value is null");
        return request;
    }

    /** Whether an instance of that version may carry it out. */
    boolean isFor(String version) {
        return Integer.parseInt(enricher) <= Integer.parseInt(version);
    }

    /** The partitions that had a record when it was asked for. */
    Set<Integer> partitions() {
        return ends.keySet().stream()
                .filter(partition -> ends.get(partition) > 0)
                .collect(Collectors.toSet());
    }
}
