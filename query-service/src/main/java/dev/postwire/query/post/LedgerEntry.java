package dev.postwire.query.post;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;

/**
 * The value of a record on {@code posts.ledger.v1}: what became of one raw record. Nullable components are the contract's optional
 * fields.
 *
 * @param current the version of the post that is published once this entry is written; absent where none is
 * @param erasure true where it is about an erasure that was carried out before; else absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LedgerEntry(
        Integer partition,
        Long offset,
        Outcome outcome,
        String reason,
        String detail,
        OffsetDateTime receivedAt,
        Current current,
        Boolean erasure) {

    /** What became of it. Named as in the contract. */
    public enum Outcome {
        enriched,
        unchanged,
        rejected,
        erased
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Current(Long offset, String fingerprint) {
        public Current {
            Require.notNegative(offset, "current.offset");
            Require.sha256(fingerprint, "current.fingerprint");
        }
    }

    public LedgerEntry {
        Require.notNegative(partition, "partition");
        Require.notNegative(offset, "offset");
        Require.present(outcome, "outcome");
        Require.present(receivedAt, "receivedAt");
        if (outcome == Outcome.rejected) {
            Require.text(reason, "reason");
            Require.text(detail, "detail");
        }
    }

    /** The raw offset of the version that its receipt leads to; null where it leads to none, as that of an erasure. */
    public Long leadsTo() {
        return current == null || Boolean.TRUE.equals(erasure) ? null : current.offset();
    }

    public Origin origin() {
        return new Origin(partition, offset, receivedAt.toInstant());
    }
}
