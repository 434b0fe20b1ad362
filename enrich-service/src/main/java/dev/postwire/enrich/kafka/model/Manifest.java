package dev.postwire.enrich.kafka.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What stands on the model's topic, as the schema {@code model-manifest.v1} says.
 *
 * @param learnedAt RFC 3339
 * @param parts the keys of the parts, in their order
 * @param read for each partition of the enriched topic the offset up to which it was learned from
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(String version, String learnedAt, int posts, int tags, List<String> parts, Map<Integer, Long> read) {
    Manifest {
        Objects.requireNonNull(version, "version");
        Instant.parse(learnedAt);
        parts = List.copyOf(parts);
        read = Map.copyOf(read);
    }
}
