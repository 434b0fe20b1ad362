package dev.postwire.enrich.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What became of one raw record: the value of a record on the ledger topic, whose fields its schema explains.
 *
 * @param current the version published once this record is; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LedgerEntry(
        int partition, long offset, Result outcome, String reason, String detail, String receivedAt, Current current) {

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
     */
    record Current(long offset, String fingerprint) {}
}
