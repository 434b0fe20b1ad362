package dev.postwire.enrich.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.RawPost;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTest {
    private static final Set<String> ANY = Set.of();
    private static final EnrichedPost POST = post();

    @Test
    void takesWhatEachOfItsConditionsHoldsFor() {
        assertTrue(route(Set.of("de"), ANY, ANY));
        assertTrue(route(Set.of("en", "de-at"), ANY, ANY));
        assertTrue(route(ANY, Set.of("python", "travel"), ANY));
        assertTrue(route(ANY, ANY, Set.of("blog.example")));
        assertTrue(route(Set.of("de"), Set.of("travel"), Set.of("blog.example")));
        assertFalse(route(Set.of("de"), Set.of("python"), ANY), "both must hold");
        assertFalse(route(Set.of("de-at-1996"), ANY, ANY));
        assertFalse(route(Set.of("d"), ANY, ANY), "no subtag of its own");
        assertFalse(route(ANY, ANY, Set.of("example")));
    }

    @Test
    void isNoneWithoutConditionOrOnATopicOfOurs() {
        assertThrows(IllegalArgumentException.class, () -> new Route("all", ANY, ANY, ANY));
        assertThrows(IllegalArgumentException.class, () -> new Route("posts.raw.v1", Set.of("de"), ANY, ANY));
        assertEquals(
                "topic is not a name Kafka takes: a b",
                assertThrows(IllegalArgumentException.class, () -> new Route("a b", Set.of("de"), ANY, ANY))
                        .getMessage());
    }

    private static boolean route(Set<String> languages, Set<String> tags, Set<String> sites) {
        return new Route("some", languages, tags, sites).takes(POST);
    }

    private static EnrichedPost post() {
        RawPost raw = new RawPost(
                "a",
                "e",
                new RawPost.Origin(0, 0, Instant.EPOCH),
                "text/plain",
                "Ein Satz auf Deutsch, der ist lang genug.".getBytes(UTF_8),
                List.of(
                        new Claim(Claim.Field.LANGUAGE, "de-AT", Claim.Source.REQUEST, "language"),
                        new Claim(Claim.Field.TAG, "travel", Claim.Source.REQUEST, "tag"),
                        new Claim(Claim.Field.URL, "https://www.blog.example/a", Claim.Source.REQUEST, "url")));
        return ((Outcome.Enriched) new Enricher().enrich(raw)).post();
    }
}
