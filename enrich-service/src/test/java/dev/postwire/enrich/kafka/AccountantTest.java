package dev.postwire.enrich.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.Knowledge;
import dev.postwire.enrich.extract.Extractor;
import dev.postwire.enrich.kafka.Accountant.Renewal;
import dev.postwire.enrich.kafka.Accountant.Renewed;
import dev.postwire.enrich.kafka.Accountant.Unrenewed;
import dev.postwire.enrich.kafka.LedgerEntry.Current;
import dev.postwire.enrich.kafka.LedgerEntry.Result;
import dev.postwire.enrich.kafka.Reenrichment.Kept;
import dev.postwire.enrich.learn.CurrentModel;
import dev.postwire.enrich.vocabulary.Vocabulary;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published again when the rules change, and what is not. */
class AccountantTest {
    private static final ReenrichRequest RUN = new ReenrichRequest(1_777_000_000_000L, 50, false, "1", Map.of(0, 100L));
    private static final String ABOUT_IT = "The kraken pipeline took all night. The kraken pipeline is slow.";

    private final Accountant before = new Accountant(new Enricher(), new Routes(List.of()));
    private final LedgerMemory memory = new LedgerMemory();

    @TempDir
    Path folder;

    @Test
    void publishesWhatDiffersAsALaterResultOfTheSameRecord() throws IOException {
        before.account(raw(1, ABOUT_IT), memory);

        Renewal renewal = after().renew(raw(1, ABOUT_IT), memory, RUN);

        List<ProducerRecord<String, byte[]>> records =
                assertInstanceOf(Renewed.class, renewal).account().records();
        JsonNode post = Json.MAPPER.readTree(records.get(0).value());
        assertTrue(
                post.path("tags").findValuesAsText("slug").contains("kraken-ingest"),
                post.path("tags").toString());
        assertEquals(1, post.path("origin").path("offset").intValue());
        assertEquals(
                Enricher.VERSION + ".1777000000000",
                post.path("enricher").path("version").textValue());
        assertEquals(Topic.LEDGER.topicName(), records.get(1).topic());
    }

    @Test
    void publishesItOnce() throws IOException {
        before.account(raw(1, ABOUT_IT), memory);
        Accountant after = after();
        after.renew(raw(1, ABOUT_IT), memory, RUN);

        assertEquals(new Unrenewed(Kept.SAME), after.renew(raw(1, ABOUT_IT), memory, RUN));
    }

    @Test
    void publishesNothingWhereTheDocumentIsTheSame() throws IOException {
        before.account(raw(1, "Nothing of the kind."), memory);

        assertEquals(new Unrenewed(Kept.SAME), after().renew(raw(1, "Nothing of the kind."), memory, RUN));
    }

    @Test
    void passesOverWhatDoesNotStand() throws IOException {
        before.account(raw(1, ABOUT_IT), memory);
        before.account(raw(2, "Another version."), memory);

        assertEquals(new Unrenewed(Kept.NOT_CURRENT), after().renew(raw(1, ABOUT_IT), memory, RUN));

        before.account(erasure(3), memory);
        assertEquals(new Unrenewed(Kept.NOT_CURRENT), after().renew(raw(2, "Another version."), memory, RUN));
    }

    /** Of the two the archive keeps the later one. */
    @Test
    void takesAnUnchangedSubmissionForTheOneThatStands() throws IOException {
        before.account(raw(1, ABOUT_IT), memory);
        assertEquals(Result.UNCHANGED, before.account(raw(2, ABOUT_IT), memory).result());

        assertInstanceOf(Renewed.class, after().renew(raw(2, ABOUT_IT), memory, RUN));
        assertEquals(2, memory.find("post").map(Current::offset).orElseThrow());
    }

    @Test
    void leavesWhatALaterVersionOfTheEnricherMade() throws IOException {
        LedgerEntry byALaterOne = new LedgerEntry(
                0,
                1,
                Result.ENRICHED,
                null,
                null,
                Instant.EPOCH.toString(),
                new Current(1, "ab".repeat(32), null, null),
                null,
                null,
                null,
                null,
                null);
        memory.remember("post", byALaterOne, Instant.EPOCH);

        assertEquals(new Unrenewed(Kept.NOT_CURRENT), after().renew(raw(1, ABOUT_IT), memory, RUN));
    }

    @Test
    void keepsTheDocumentOfAPostThatTheRulesWouldRejectByNow() {
        byte[] garbage = new byte[100];
        String fingerprint = Submission.fingerprint(RawRecords.post(raw(1, garbage)));
        LedgerEntry standing = new LedgerEntry(
                0,
                1,
                Result.ENRICHED,
                null,
                null,
                Instant.EPOCH.toString(),
                new Current(1, fingerprint, null, null),
                null,
                null,
                null,
                null,
                null);
        memory.remember("post", standing, Instant.EPOCH);

        assertEquals(new Unrenewed(Kept.WOULD_BE_REJECTED), before.renew(raw(1, garbage), memory, RUN));
    }

    @Test
    void remembersTheSameWhetherItWroteOrReadIt() throws IOException {
        LedgerMemory readBack = new LedgerMemory();
        List<ConsumerRecord<String, byte[]>> raws = List.of(
                raw(1, ABOUT_IT),
                raw(2, new byte[100]),
                keyed(3, "k", null),
                raw(4, new byte[100]),
                raw(5, "Other words."),
                raw(6, "Other words."),
                keyed(7, "k", null));
        for (ConsumerRecord<String, byte[]> raw : raws) {
            List<ProducerRecord<String, byte[]>> records =
                    before.account(raw, memory).records();
            byte[] entry = records.get(records.size() - 1).value();
            readBack.remember("post", Json.MAPPER.readValue(entry, LedgerEntry.class), Instant.EPOCH);

            assertEquals(memory.find("post"), readBack.find("post"));
            assertEquals(memory.erased("post"), readBack.erased("post"));
        }
        assertFalse(memory.find("post").isEmpty());
    }

    @Test
    void letsNoDeadLetterReplaceWhatWasSubmittedAgainSince() {
        before.account(raw(10, ABOUT_IT), memory);
        before.account(raw(15, new byte[100]), memory);
        assertEquals(Optional.empty(), reasonToLeave(15));

        before.account(raw(20, ABOUT_IT), memory);

        assertEquals(Optional.of(Redrives.Left.SUPERSEDED), reasonToLeave(15));
        assertEquals(10, memory.find("post").orElseThrow().offset());
    }

    @Test
    void givesTheRetryOfASubmissionNoLaterPlace() {
        before.account(keyed(10, "k", ABOUT_IT.getBytes(UTF_8)), memory);
        before.account(raw(15, new byte[100]), memory);

        before.account(keyed(20, "k", ABOUT_IT.getBytes(UTF_8)), memory);

        assertEquals(Optional.empty(), reasonToLeave(15));
    }

    @Test
    void remembersWhatWasSubmittedAgainWhenTheEarlierRecordIsEnrichedAnew() throws IOException {
        before.account(raw(1, ABOUT_IT), memory);
        before.account(raw(5, ABOUT_IT), memory);

        assertInstanceOf(Renewed.class, after().renew(raw(1, ABOUT_IT), memory, RUN));

        assertEquals(1, memory.find("post").orElseThrow().offset());
        assertEquals(5, memory.find("post").orElseThrow().latest());
    }

    /** The first try of a deletion comes in when its retry was answered and the post published again. */
    @Test
    void erasesOnceForOneKey() throws IOException {
        before.account(raw(1, ABOUT_IT), memory);
        assertEquals(Result.ERASED, before.account(keyed(2, "k", null), memory).result());
        before.account(raw(3, "The second life."), memory);

        Accountant.Account late = before.account(keyed(4, "k", null), memory);

        assertEquals(Result.UNCHANGED, late.result());
        assertEquals(1, late.records().size());
        JsonNode entry = Json.MAPPER.readTree(late.records().get(0).value());
        assertTrue(entry.path("erasure").booleanValue(), entry.toString());
        assertEquals(3, entry.path("current").path("offset").intValue());
        assertEquals(3, memory.find("post").orElseThrow().offset());
        assertEquals(Result.ERASED, before.account(keyed(5, "l", null), memory).result());
        assertEquals(Result.ERASED, before.account(erasure(6), memory).result());
    }

    @Test
    void tellsAKeyOfAnErasureFromOneOfASubmission() {
        before.account(keyed(1, "k", ABOUT_IT.getBytes(UTF_8)), memory);
        assertEquals(Result.ERASED, before.account(keyed(2, "k", null), memory).result());
        assertEquals(
                Result.UNCHANGED,
                before.account(keyed(3, "k", ABOUT_IT.getBytes(UTF_8)), memory).result());

        assertEquals(Result.ERASED, before.account(keyed(4, "l", null), memory).result());
        assertEquals(
                Result.REJECTED,
                before.account(keyed(5, "l", ABOUT_IT.getBytes(UTF_8)), memory).result());
    }

    private Optional<Redrives.Left> reasonToLeave(long origin) {
        return Redrives.reasonToLeave("post", new RedriveRequest(0, origin, 1), memory);
    }

    /** As {@link #before}, with a vocabulary that knows more. */
    private Accountant after() throws IOException {
        Files.writeString(folder.resolve("ours.ttl"), """
                @prefix : <urn:ours:> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                :kraken a skos:Concept ; skos:prefLabel "Kraken ingest"@en ; skos:altLabel "kraken pipeline"@en .
                """);
        Knowledge more = new Knowledge(Vocabulary.of(List.of(folder)), new CurrentModel());
        return new Accountant(new Enricher(new Extractor(), more), new Routes(List.of()));
    }

    private static ConsumerRecord<String, byte[]> raw(long offset, String text) {
        return raw(offset, text.getBytes(UTF_8));
    }

    private static ConsumerRecord<String, byte[]> erasure(long offset) {
        return raw(offset, (byte[]) null);
    }

    private static ConsumerRecord<String, byte[]> keyed(long offset, String key, byte[] value) {
        ConsumerRecord<String, byte[]> keyed = raw(offset, "e-" + key, value);
        EventHeaders.add(keyed.headers(), EventHeaders.IDEMPOTENCY, EventHeaders.IDEMPOTENCY_BY_KEY);
        return keyed;
    }

    private static ConsumerRecord<String, byte[]> raw(long offset, byte[] value) {
        return raw(offset, "e-" + offset, value);
    }

    private static ConsumerRecord<String, byte[]> raw(long offset, String eventId, byte[] value) {
        Headers headers = EventHeaders.cloudEvent(
                eventId, "dev.postwire.post.submitted.v1", "/postwire/ingest", "post", Instant.EPOCH);
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "text/plain");
        return new ConsumerRecord<>(
                Topic.RAW.topicName(),
                0,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                "post",
                value,
                headers,
                Optional.empty());
    }
}
