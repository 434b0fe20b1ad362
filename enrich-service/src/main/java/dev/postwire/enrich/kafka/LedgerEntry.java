package dev.postwire.enrich.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What became of one raw record: the value of a record on the ledger topic, whose fields its schema explains.
 *
 * @param current the version published once this record is; null where there is none
 * @param erased the raw offset of the latest erasure, where nothing is published since; null where none is known
 * @param idempotency what was submitted under a caller's key; null where there was no key, or it was used for other content
 * @param attempt how often it has been tried, where it was redriven; null at the first time
 * @param run of the re-enrichment that led to it; null where there was none
 * @param erasure true where an erasure was asked for again under the key it was carried out for; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LedgerEntry(
        int partition,
        long offset,
        Result outcome,
        String reason,
        String detail,
        String receivedAt,
        Current current,
        Long erased,
        Idempotency idempotency,
        Integer attempt,
        Long run,
        Boolean erasure) {

    enum Result {
        @JsonProperty("enriched")
        ENRICHED,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("rejected")
        REJECTED,
        @JsonProperty("erased")
        ERASED
    }

    /**
     * @param offset the raw offset the published version came from
     * @param fingerprint see {@link Submission}
     * @param document see {@link DocumentDigest}; null where the entry is from before there was one
     * @param confirmed the last raw offset, later than that one, at which the same was submitted; null where there is none. The
     *     retry of a submission is none: it has the place of the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Current(long offset, String fingerprint, String document, Long confirmed) {
        /** Whatever was submitted before that raw offset was meant to be replaced by this version. */
        long latest() {
            return confirmed == null ? offset : confirmed;
        }

        Current confirmedAt(long later) {
            return new Current(offset, fingerprint, document, later > latest() ? Long.valueOf(later) : confirmed);
        }
    }

    /**
     * @param eventId the {@code ce_id} that stands for the caller and the key
     * @param fingerprint see {@link Submission#content} and {@link Submission#ERASURE}
     */
    record Idempotency(String eventId, String fingerprint) {}
}
