package dev.postwire.ingest.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    private static final Optional<String> IDA = Optional.of("ida");
    private static final ContentType PLAIN = ContentType.of("text/plain").orElseThrow();
    private static final ContentType ENVELOPE =
            ContentType.of("application/json").orElseThrow();

    private final Intake intake = new Intake(Namespace.ANY);

    @Test
    void isTheSameQuotedAndBare() {
        assertEquals(key(IDA, "a\"b"), key(IDA, "\"a\\\"b\""));
        assertEquals(key(IDA, "8e03978e"), key(IDA, " \"8e03978e\" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a b", "\u00e4", "a\tb", "\"a b\""})
    void isVisibleAsciiAndNothingElse(String header) {
        assertEquals(Optional.empty(), IdempotencyKey.ofHeader(IDA, header));
    }

    @Test
    void isNotLongerThanItMayBe() {
        assertEquals(Optional.empty(), IdempotencyKey.ofHeader(IDA, "k".repeat(256)));
        assertFalse(IdempotencyKey.ofHeader(IDA, "k".repeat(255)).isEmpty());
    }

    @Test
    void derivesOneEventForEachCallerKeyAndPart() {
        Set<String> events = new HashSet<>();
        List<IdempotencyKey> keys = List.of(
                key(IDA, "k"),
                key(Optional.empty(), "k"),
                key(IDA, "k").part(1),
                key(IDA, "k").part(11),
                key(IDA, "k1").part(1),
                key(Optional.of("id"), "ak"),
                key(Optional.of("ida\n1\nk"), "0"),
                key(Optional.of("nobody"), "k"));
        for (IdempotencyKey key : keys) {
            assertEquals(8, UUID.fromString(key.eventId()).version());
            assertEquals(2, UUID.fromString(key.eventId()).variant());
            events.add(key.eventId());
        }
        assertEquals(keys.size(), events.size());
        // Fixed, for another instance and a later release must derive the same.
        assertEquals(
                "4d5482a1-d0ee-8d42-9761-2e7498672567",
                key(Optional.empty(), "order-2026-05-04/17").eventId());
    }

    @Test
    void aPostThatSaysNeitherIdNorUrlIsNamedByItsKey() {
        Sender sender = new Sender(IDA, Optional.of(key(IDA, "k")));
        Submission first = accepted(intake.judge(PLAIN, Metadata.NONE, bytes("a"), sender));
        Submission other = accepted(intake.judge(PLAIN, Metadata.NONE, bytes("b"), sender));
        assertEquals(first.id(), other.id());
        assertNotEquals(
                first.id(),
                accepted(intake.judge(PLAIN, Metadata.NONE, bytes("a"))).id());
        Metadata url = ((Metadata.Reading.Said) Metadata.read(Map.of("url", List.of("https://a.example/")))).metadata();
        assertEquals(
                accepted(intake.judge(PLAIN, url, bytes("a"))).id(),
                accepted(intake.judge(PLAIN, url, bytes("a"), sender)).id());
    }

    @Test
    void anEnvelopeMaySayItsOwnKey() {
        byte[] envelope = bytes("{\"idempotencyKey\":\"k\",\"content\":\"x\"}");
        Sender silent = new Sender(IDA, Optional.empty());
        Sender same = new Sender(IDA, Optional.of(key(IDA, "k")));
        Sender other = new Sender(IDA, Optional.of(key(IDA, "l")));
        Submission said = accepted(intake.judge(ENVELOPE, Metadata.NONE, envelope, silent));
        assertEquals(Optional.of(key(IDA, "k")), said.key());
        assertEquals(
                said.key(),
                accepted(intake.judge(ENVELOPE, Metadata.NONE, envelope, same)).key());
        assertInstanceOf(Verdict.InvalidFields.class, intake.judge(ENVELOPE, Metadata.NONE, envelope, other));
        assertEquals(
                said.key(),
                accepted(intake.judge(ENVELOPE, Metadata.NONE, envelope, other.part(3)))
                        .key());
        assertInstanceOf(
                Verdict.InvalidFields.class,
                intake.judge(ENVELOPE, Metadata.NONE, bytes("{\"idempotencyKey\":\"a b\",\"content\":\"x\"}")));
    }

    @Test
    void isNotInAnyText() {
        assertFalse(key(IDA, "secret").toString().contains("secret"));
    }

    private static IdempotencyKey key(Optional<String> caller, String header) {
        return IdempotencyKey.ofHeader(caller, header).orElseThrow();
    }

    private static Submission accepted(Verdict verdict) {
        return assertInstanceOf(Verdict.Accepted.class, verdict).submission();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
