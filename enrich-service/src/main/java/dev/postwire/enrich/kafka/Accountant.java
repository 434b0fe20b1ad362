package dev.postwire.enrich.kafka;

import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.kafka.KeyMemory.Use;
import dev.postwire.enrich.kafka.LedgerEntry.Current;
import dev.postwire.enrich.kafka.LedgerEntry.Idempotency;
import dev.postwire.enrich.kafka.LedgerEntry.Result;
import dev.postwire.enrich.post.EnrichedPost.EnricherVersion;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.Outcome.Enriched;
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
import org.jboss.logging.Logger;

/**
 * Decides what follows from one raw record, given what the ledger says: exactly one enriched or rejected record, or an
 * erasure's tombstones, or none
 * where the same submission is published already or its key was used for it before; what the routes get of it; and always one
 * ledger entry, the last of the answer. What is tried again, redriven or enriched anew, has the place of the raw record that it was.
 */
final class Accountant {
    private static final Logger LOGGER = Logger.getLogger(Accountant.class);
    private static final int FIRST_ATTEMPT = 1;
    private static final Pattern POST_ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
    /** Room for headers and framing beside a value. */
    private static final int LARGEST_VALUE = Topic.MAX_RECORD_BYTES - 256 * 1024;

    private final Enricher enricher;
    private final Routes routes;

    Accountant(Enricher enricher, Routes routes) {
        this.enricher = enricher;
        this.routes = routes;
    }

    /** What to write for one raw record. */
    record Account(Result result, List<ProducerRecord<String, byte[]>> records) {}

    /** What enriching a raw record anew leads to. */
    sealed interface Renewal {}

    record Renewed(Account account) implements Renewal {}

    record Unrenewed(Reenrichment.Kept why) implements Renewal {}

    /** Brings {@code memory} up to date as if the account were written; on a failed transaction it must be read anew. */
    Account account(ConsumerRecord<String, byte[]> raw, LedgerMemory memory) {
        if (raw.value() == null) return erase(raw, memory);
        RawPost post = RawRecords.post(raw);
        Optional<Idempotency> keyed = RawRecords.idempotency(raw, post);
        Optional<Use> used = keyed.flatMap(submission -> memory.keys().find(raw.key(), submission.eventId()));
        if (used.isPresent() && !used.get().isFor(keyed.get())) {
            // Not remembered under the key: what it stands for is what it was used for first.
            return Writing.live(raw, Optional.empty(), memory)
                    .rejected(new Rejected(
                            Reason.IDEMPOTENCY_KEY_REUSED,
                            "the key was used before for a submission of other content"));
        }
        Writing writing = Writing.live(raw, keyed, memory);
        String fingerprint = Submission.fingerprint(post);
        if (used.filter(Use::published).isPresent()) return writing.unchanged();
        if (isPublished(fingerprint, memory.find(raw.key()))) {
            return used.isPresent() ? writing.unchanged() : writing.confirmed();
        }
        return settle(enrich(post), fingerprint, writing);
    }

    /**
     * Tries a rejected record again, of which no later version is published and which was not erased since.
     *
     * @param raw the record as it was, with its place
     * @param attempt of this try, from 2
     */
    Account redrive(ConsumerRecord<String, byte[]> raw, LedgerMemory memory, int attempt) {
        RawPost post = RawRecords.post(raw);
        Writing writing = new Writing(raw, RawRecords.idempotency(raw, post), attempt, null, memory);
        String fingerprint = Submission.fingerprint(post);
        if (isPublished(fingerprint, memory.find(raw.key()))) return writing.confirmed();
        return settle(enrich(post), fingerprint, writing);
    }

    /** Enriches a record anew where it is the version that stands, and was not made by a later version of the enricher. */
    Renewal renew(ConsumerRecord<String, byte[]> raw, LedgerMemory memory, ReenrichRequest request) {
        Optional<Current> standing = raw.value() == null ? Optional.empty() : memory.find(raw.key());
        if (standing.isEmpty() || standing.get().offset() > raw.offset()) {
            return new Unrenewed(Reenrichment.Kept.NOT_CURRENT);
        }
        RawPost post = RawRecords.post(raw);
        if (!Submission.isOf(post, standing.get().fingerprint())) return new Unrenewed(Reenrichment.Kept.NOT_CURRENT);
        Outcome outcome = enrich(post);
        if (!(outcome instanceof Enriched enriched) || Json.bytes(enriched.post()).length > LARGEST_VALUE) {
            LOGGER.warnf(
                    "post would be rejected by now, its document stays postId=%s record=%d-%d",
                    raw.key(), raw.partition(), raw.offset());
            return new Unrenewed(Reenrichment.Kept.WOULD_BE_REJECTED);
        }
        boolean same = DocumentDigest.of(enriched.post()).equals(standing.get().document());
        if (same && !request.all()) return new Unrenewed(Reenrichment.Kept.SAME);
        EnricherVersion by = enriched.post().enricher();
        // Higher than that of the result that stands, whose rules may have had the same version with another
        // vocabulary.
        EnricherVersion later = new EnricherVersion(by.version() + "." + request.run(), by.vocabulary(), by.model());
        Writing writing = new Writing(raw, Optional.empty(), FIRST_ATTEMPT, request.run(), memory);
        return new Renewed(settle(new Enriched(enriched.post().by(later)), Submission.fingerprint(post), writing));
    }

    /** What was published after the first try of an erasure stays when that erasure is asked for again. */
    private Account erase(ConsumerRecord<String, byte[]> raw, LedgerMemory memory) {
        Optional<Idempotency> keyed = RawRecords.idempotency(raw);
        Optional<Use> used = keyed.flatMap(erasure -> memory.keys().find(raw.key(), erasure.eventId()));
        if (used.filter(use -> use.isFor(keyed.get())).isPresent()) {
            return Writing.live(raw, keyed, memory).erasedBefore();
        }
        // A key that was used for a submission goes on standing for that; to refuse an erasure would keep what is to
        // go.
        Writing writing = Writing.live(raw, used.isPresent() ? Optional.empty() : keyed, memory);
        ProducerRecord<String, byte[]> erased = Results.erased(raw);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(List.of(erased, Results.deadLettersErased(raw)));
        records.addAll(routes.erased(erased));
        return writing.of(Result.ERASED, null, records);
    }

    private static boolean isPublished(String fingerprint, Optional<Current> published) {
        return published
                .filter(version -> version.fingerprint().equals(fingerprint))
                .isPresent();
    }

    private Outcome enrich(RawPost post) {
        return POST_ID.matcher(post.id()).matches()
                ? enricher.enrich(post)
                : new Rejected(Reason.MALFORMED_ID, "a post id is 1 to 128 of A-Z a-z 0-9 . _ ~ -");
    }

    private Account settle(Outcome outcome, String fingerprint, Writing writing) {
        if (outcome instanceof Enriched enriched) {
            byte[] value = Json.bytes(enriched.post());
            if (value.length <= LARGEST_VALUE) {
                ProducerRecord<String, byte[]> main = Results.enriched(writing.raw, enriched.post(), value);
                List<ProducerRecord<String, byte[]>> records = new ArrayList<>(List.of(main));
                boolean replaces = writing.standing() != null;
                records.addAll(routes.of(writing.raw, enriched.post(), main, replaces));
                Current current = writing.published(fingerprint, DocumentDigest.of(enriched.post()));
                return writing.of(Result.ENRICHED, current, records);
            }
            outcome = new Rejected(
                    Reason.RESULT_TOO_LARGE,
                    "the document has " + value.length + " bytes, " + LARGEST_VALUE + " are allowed");
        }
        return writing.rejected((Rejected) outcome);
    }

    /**
     * Puts records together with the ledger entry, and takes the entry into the memory.
     *
     * @param run of a re-enrichment; null where it is none
     */
    private record Writing(
            ConsumerRecord<String, byte[]> raw,
            Optional<Idempotency> keyed,
            int attempt,
            Long run,
            LedgerMemory memory) {
        static Writing live(ConsumerRecord<String, byte[]> raw, Optional<Idempotency> keyed, LedgerMemory memory) {
            return new Writing(raw, keyed, FIRST_ATTEMPT, null, memory);
        }

        Account of(Result result, Current current, List<ProducerRecord<String, byte[]>> records) {
            return write(result, null, current, records, null);
        }

        /** The retry of a submission, which changes nothing and has its place. */
        Account unchanged() {
            return write(Result.UNCHANGED, null, standing(), List.of(), null);
        }

        /** What stands was submitted again: nothing older may take its place any more. */
        Account confirmed() {
            return write(Result.UNCHANGED, null, standing().confirmedAt(raw.offset()), List.of(), null);
        }

        Account erasedBefore() {
            return write(Result.UNCHANGED, null, standing(), List.of(), true);
        }

        /** As the version that stands; enriched anew, it may have been submitted again since. */
        Current published(String fingerprint, String document) {
            Current before = standing();
            Long since = before == null || before.latest() <= raw.offset() ? null : Long.valueOf(before.latest());
            return new Current(raw.offset(), fingerprint, document, since);
        }

        /** A rejected version leaves the published one standing, which the ledger must go on remembering. */
        Account rejected(Rejected rejected) {
            return write(
                    Result.REJECTED, rejected, standing(), List.of(Results.rejected(raw, rejected, attempt)), null);
        }

        private Current standing() {
            return memory.find(raw.key()).orElse(null);
        }

        private Account write(
                Result result,
                Rejected rejected,
                Current current,
                List<ProducerRecord<String, byte[]>> records,
                Boolean erasure) {
            boolean nothingStands = current == null && result != Result.ERASED;
            OptionalLong erased = nothingStands ? memory.erased(raw.key()) : OptionalLong.empty();
            LedgerEntry entry = new LedgerEntry(
                    raw.partition(),
                    raw.offset(),
                    result,
                    rejected == null ? null : rejected.reason().code(),
                    rejected == null ? null : rejected.detail(),
                    RawRecords.receivedAt(raw).toString(),
                    current,
                    erased.isPresent() ? erased.getAsLong() : null,
                    keyed.orElse(null),
                    attempt == FIRST_ATTEMPT ? null : attempt,
                    run,
                    erasure);
            memory.remember(raw.key(), entry, Instant.now());
            List<ProducerRecord<String, byte[]>> all = new ArrayList<>(records);
            all.add(Results.accounted(raw, entry));
            return new Account(result, all);
        }
    }
}
