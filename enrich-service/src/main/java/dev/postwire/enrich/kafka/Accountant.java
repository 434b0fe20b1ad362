package dev.postwire.enrich.kafka;

import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.kafka.KeyMemory.Use;
import dev.postwire.enrich.kafka.LedgerEntry.Current;
import dev.postwire.enrich.kafka.LedgerEntry.Idempotency;
import dev.postwire.enrich.kafka.LedgerEntry.Result;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.Outcome.Rejected;
import dev.postwire.enrich.post.RawPost;
import dev.postwire.enrich.post.Reason;
import dev.postwire.platform.kafka.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Decides what follows from one raw record, given what the ledger says: exactly one enriched or rejected record, or the tombstones of an erasure, or none
 * where the same submission is published already or its key was used for it before; and always one ledger entry, the last of the
 * answer.
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
        if (raw.value() == null) {
            return new Writing(raw, Optional.empty(), memory)
                    .of(Result.ERASED, null, List.of(Results.erased(raw), Results.deadLettersErased(raw)));
        }
        RawPost post = RawRecords.post(raw);
        Optional<Idempotency> keyed = RawRecords.idempotency(raw, post);
        Writing writing = new Writing(raw, keyed, memory);
        Optional<Use> used = keyed.flatMap(submission -> memory.keys().find(raw.key(), submission.eventId()));
        if (used.isPresent() && !used.get().isFor(keyed.get())) {
            // Not remembered under the key: what it stands for is what it was used for first.
            return new Writing(raw, Optional.empty(), memory)
                    .rejected(new Rejected(
                            Reason.IDEMPOTENCY_KEY_REUSED,
                            "the key was used before for a submission of other content"));
        }
        String fingerprint = Submission.fingerprint(post);
        if (used.filter(Use::published).isPresent() || isPublished(fingerprint, memory.find(raw.key()))) {
            return writing.unchanged();
        }
        return enrich(post, fingerprint, writing);
    }

    private static boolean isPublished(String fingerprint, Optional<Current> published) {
        return published
                .filter(version -> version.fingerprint().equals(fingerprint))
                .isPresent();
    }

    private Account enrich(RawPost post, String fingerprint, Writing writing) {
        Outcome outcome = POST_ID.matcher(post.id()).matches()
                ? enricher.enrich(post)
                : new Rejected(Reason.MALFORMED_ID, "a post id is 1 to 128 of A-Z a-z 0-9 . _ ~ -");
        if (outcome instanceof Outcome.Enriched enriched) {
            byte[] value = Json.bytes(enriched.post());
            if (value.length <= LARGEST_VALUE) {
                return writing.of(
                        Result.ENRICHED,
                        new Current(writing.raw.offset(), fingerprint),
                        List.of(Results.enriched(writing.raw, enriched.post(), value)));
            }
            outcome = new Rejected(
                    Reason.RESULT_TOO_LARGE,
                    "the document has " + value.length + " bytes, " + LARGEST_VALUE + " are allowed");
        }
        return writing.rejected((Rejected) outcome);
    }

    /** Puts records together with the ledger entry, and takes the entry into the memory. */
    private record Writing(ConsumerRecord<String, byte[]> raw, Optional<Idempotency> keyed, LedgerMemory memory) {
        Account of(Result result, Current current, List<ProducerRecord<String, byte[]>> records) {
            return write(result, null, current, records);
        }

        Account unchanged() {
            return write(Result.UNCHANGED, null, standing(), List.of());
        }

        /** A rejected version leaves the published one standing, which the ledger must go on remembering. */
        Account rejected(Rejected rejected) {
            return write(Result.REJECTED, rejected, standing(), List.of(Results.rejected(raw, rejected)));
        }

        private Current standing() {
            return memory.find(raw.key()).orElse(null);
        }

        private Account write(
                Result result, Rejected rejected, Current current, List<ProducerRecord<String, byte[]>> records) {
            OptionalLong erased =
                    current == null && result != Result.ERASED ? memory.erased(raw.key()) : OptionalLong.empty();
            LedgerEntry entry = new LedgerEntry(
                    raw.partition(),
                    raw.offset(),
                    result,
                    rejected == null ? null : rejected.reason().code(),
                    rejected == null ? null : rejected.detail(),
                    RawRecords.receivedAt(raw).toString(),
                    current,
                    erased.isPresent() ? erased.getAsLong() : null,
                    keyed.orElse(null));
            memory.remember(raw.key(), entry, Instant.now());
            List<ProducerRecord<String, byte[]>> all = new ArrayList<>(records);
            all.add(Results.accounted(raw, entry));
            return new Account(result, all);
        }
    }
}
