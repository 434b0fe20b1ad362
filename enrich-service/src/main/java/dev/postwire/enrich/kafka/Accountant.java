package dev.postwire.enrich.kafka;

import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.kafka.LedgerEntry.Current;
import dev.postwire.enrich.kafka.LedgerEntry.Result;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.RawPost;
import dev.postwire.enrich.post.Reason;
import dev.postwire.platform.kafka.Topic;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Decides what follows from one raw record, given what is published: exactly one enriched, rejected or erased record, or none
 * where the same submission is published already; and always one ledger entry, the last of the answer.
 */
final class Accountant {
    private static final Pattern POST_ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
    /** Room for headers and framing beside a value. */
    private static final int LARGEST_VALUE = Topic.MAX_RECORD_BYTES - 256 * 1024;

    private final Enricher enricher;

    Accountant(Enricher enricher) {
        this.enricher = enricher;
    }

    /** What to write for one raw record. */
    record Account(Result result, List<ProducerRecord<String, byte[]>> records) {
        /** Of all values together. */
        long bytes() {
            return records.stream()
                    .mapToLong(record -> record.value() == null ? 0 : record.value().length)
                    .sum();
        }
    }

    /** Brings {@code memory} up to date as if the account were written; on a failed transaction it must be read anew. */
    Account account(ConsumerRecord<String, byte[]> raw, LedgerMemory memory) {
        if (raw.value() == null) return erase(raw, memory);
        RawPost post = RawRecords.post(raw);
        String fingerprint = Submission.fingerprint(post);
        Optional<Current> published = memory.find(raw.key());
        if (published
                .filter(version -> version.fingerprint().equals(fingerprint))
                .isPresent()) {
            return unchanged(raw, published.get());
        }
        Outcome outcome = POST_ID.matcher(raw.key()).matches()
                ? enricher.enrich(post)
                : new Outcome.Rejected(Reason.MALFORMED_ID, "a post id is 1 to 128 of A-Z a-z 0-9 . _ ~ -");
        if (outcome instanceof Outcome.Enriched enriched) {
            byte[] value = Json.bytes(enriched.post());
            if (value.length <= LARGEST_VALUE) {
                Current current = new Current(raw.offset(), fingerprint);
                memory.put(raw.key(), current);
                LedgerEntry entry = entry(raw, Result.ENRICHED, null, current);
                return new Account(
                        Result.ENRICHED,
                        List.of(Results.enriched(raw, enriched.post(), value), Results.accounted(raw, entry)));
            }
            outcome = new Outcome.Rejected(
                    Reason.RESULT_TOO_LARGE,
                    "the document has " + value.length + " bytes, " + LARGEST_VALUE + " are allowed");
        }
        return reject(raw, (Outcome.Rejected) outcome, published);
    }

    private static Account erase(ConsumerRecord<String, byte[]> raw, LedgerMemory memory) {
        memory.remove(raw.key());
        LedgerEntry entry = entry(raw, Result.ERASED, null, null);
        return new Account(Result.ERASED, List.of(Results.erased(raw), Results.accounted(raw, entry)));
    }

    private static Account unchanged(ConsumerRecord<String, byte[]> raw, Current current) {
        return new Account(
                Result.UNCHANGED, List.of(Results.accounted(raw, entry(raw, Result.UNCHANGED, null, current))));
    }

    /** A rejected version leaves the published one standing, which the ledger must go on remembering. */
    private static Account reject(
            ConsumerRecord<String, byte[]> raw, Outcome.Rejected rejected, Optional<Current> published) {
        LedgerEntry entry = entry(raw, Result.REJECTED, rejected, published.orElse(null));
        return new Account(Result.REJECTED, List.of(Results.rejected(raw, rejected), Results.accounted(raw, entry)));
    }

    private static LedgerEntry entry(
            ConsumerRecord<String, byte[]> raw, Result result, Outcome.Rejected rejected, Current current) {
        return new LedgerEntry(
                raw.partition(),
                raw.offset(),
                result,
                rejected == null ? null : rejected.reason().code(),
                rejected == null ? null : rejected.detail(),
                RawRecords.receivedAt(raw).toString(),
                current);
    }
}
