package dev.postwire.ingest.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.postwire.ingest.post.Metadata.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final ContentType MARKDOWN = ContentType.of("text/markdown").orElseThrow();
    private static final ContentType ENVELOPE =
            ContentType.of("application/json").orElseThrow();

    private final Intake intake = new Intake(Namespace.ANY);

    @Test
    void aRetryOfTheSameBytesHasTheSameId() {
        assertEquals(id(MARKDOWN, Metadata.NONE, "# A"), id(MARKDOWN, Metadata.NONE, "# A"));
        assertNotEquals(id(MARKDOWN, Metadata.NONE, "# A"), id(MARKDOWN, Metadata.NONE, "# B"));
    }

    @Test
    void aNewVersionAtTheSameUrlHasTheSameId() {
        assertEquals(
                id(MARKDOWN, url("https://Example.com/a?utm_source=x#top"), "# A"),
                id(MARKDOWN, url("https://example.com/a"), "# A, mended"));
    }

    @Test
    void theUrlOfAnEnvelopeCountsAsTheParameterDoes() {
        assertEquals(
                id(MARKDOWN, url("https://example.com/a"), "# A"),
                id(ENVELOPE, Metadata.NONE, "{\"url\":\"HTTPS://example.com:443/a\",\"content\":\"x\"}"));
    }

    @Test
    void theIdOfAnEnvelopeWinsOverItsUrl() {
        assertEquals(
                "mine",
                id(ENVELOPE, Metadata.NONE, "{\"id\":\"mine\",\"url\":\"https://a.example\",\"content\":\"x\"}"));
    }

    @Test
    void anEnvelopeWithoutIdAndUrlIsNamedByItsBytes() {
        assertNotEquals(
                id(ENVELOPE, Metadata.NONE, "{\"content\":\"x\"}"),
                id(ENVELOPE, Metadata.NONE, "{ \"content\":\"x\"}"));
    }

    @Test
    void aDerivedIdIsOfTheCallersNamespace() {
        Intake blog = new Intake(new Namespace("blog."));
        Verdict.Accepted accepted = assertInstanceOf(
                Verdict.Accepted.class, blog.judge(MARKDOWN, url("https://example.com/a"), "# A".getBytes()));
        assertEquals(
                "blog." + id(MARKDOWN, url("https://example.com/a"), "# A"),
                accepted.submission().id().value());
    }

    @Test
    void noIdOutsideTheNamespaceIsTaken() {
        Intake blog = new Intake(new Namespace("blog."));
        byte[] envelope = "{\"id\":\"blogger.1\",\"content\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        Verdict outside = new Verdict.OutsideNamespace("blog.");
        assertEquals(outside, blog.judge(ENVELOPE, Metadata.NONE, envelope));
        assertEquals(
                outside, blog.judge(new PostId("news.1"), MARKDOWN, Metadata.NONE, new byte[] {'x'}, Sender.UNKNOWN));
        assertInstanceOf(
                Verdict.Accepted.class,
                blog.judge(new PostId("blog.1"), MARKDOWN, Metadata.NONE, new byte[] {'x'}, Sender.UNKNOWN));
    }

    @Test
    void theBodyIsNotTouched() {
        byte[] body = {0, (byte) 0xff, '\r', '\n'};
        Verdict.Accepted accepted =
                assertInstanceOf(Verdict.Accepted.class, intake.judge(MARKDOWN, Metadata.NONE, body));
        assertSame(body, accepted.submission().body());
    }

    @Test
    void anEnvelopeUnderAnotherIdThanItsOwnIsRefused() {
        byte[] body = "{\"id\":\"mine\",\"content\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                new Verdict.InvalidFields(List.of(new Fault("/id", "differs from the id in the address"))),
                intake.judge(new PostId("other"), ENVELOPE, Metadata.NONE, body, Sender.UNKNOWN));
        assertInstanceOf(
                Verdict.Accepted.class,
                intake.judge(new PostId("mine"), ENVELOPE, Metadata.NONE, body, Sender.UNKNOWN));
    }

    @Test
    void twoUrlsThatDifferAreRefused() {
        byte[] body = "{\"url\":\"https://a.example/1\",\"content\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                new Verdict.InvalidFields(List.of(new Fault("/url", "differs from the query parameter url"))),
                intake.judge(ENVELOPE, url("https://a.example/2"), body));
        assertInstanceOf(Verdict.Accepted.class, intake.judge(ENVELOPE, url("https://a.example/1#top"), body));
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertInstanceOf(Verdict.EmptyBody.class, intake.judge(MARKDOWN, Metadata.NONE, new byte[0]));
        assertInstanceOf(Verdict.EmptyBody.class, intake.judge(ENVELOPE, Metadata.NONE, new byte[0]));
    }

    @Test
    void aSubmissionInALogShowsNoText() {
        byte[] body = "secret".getBytes(StandardCharsets.UTF_8);
        assertFalse(intake.judge(MARKDOWN, Metadata.NONE, body).toString().contains("secret"));
    }

    private String id(ContentType type, Metadata metadata, String body) {
        Verdict verdict = intake.judge(type, metadata, body.getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(Verdict.Accepted.class, verdict)
                .submission()
                .id()
                .value();
    }

    private static Metadata url(String url) {
        return ((Reading.Said) Metadata.read(Map.of("url", List.of(url)))).metadata();
    }
}
