package dev.postwire.enrich;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.RawPost;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Raw posts for tests, and their way through the enricher. */
public final class RawPosts {
    private static final Enricher ENRICHER = new Enricher();

    private RawPosts() {}

    public static RawPost of(String contentType, byte[] bytes, Claim... claims) {
        return new RawPost(
                "a-post",
                "7b1d8c3e-0000-4000-8000-000000000001",
                new RawPost.Origin(2, 17, Instant.parse("2026-03-04T05:06:07Z")),
                contentType,
                bytes,
                List.of(claims));
    }

    public static RawPost of(String contentType, String body, Claim... claims) {
        return of(contentType, body.getBytes(StandardCharsets.UTF_8), claims);
    }

    public static EnrichedPost enriched(RawPost raw) {
        Outcome outcome = ENRICHER.enrich(raw);
        if (outcome instanceof Outcome.Enriched enriched) return enriched.post();
        return Assertions.fail("not enriched: " + outcome);
    }

    public static EnrichedPost enriched(String contentType, String body, Claim... claims) {
        return enriched(of(contentType, body, claims));
    }

    public static Outcome.Rejected rejected(RawPost raw) {
        Outcome outcome = ENRICHER.enrich(raw);
        if (outcome instanceof Outcome.Rejected rejected) return rejected;
        return Assertions.fail("not rejected");
    }

    /** The text between two offsets, counted in code points as the contract says. */
    public static String span(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
}
