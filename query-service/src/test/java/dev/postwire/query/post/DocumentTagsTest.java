package dev.postwire.query.post;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentTagsTest {
    @Test
    void findsTheSlugsOfThePostAndOfNothingElse() {
        Event event = Event.of("p").tag("python", "Python").tag("night-trains", "Night trains");
        event.json().putObject("more").putArray("tags").addObject().put("slug", "not-this");

        assertEquals(
                Set.of("python", "night-trains"), DocumentTags.of(event.read().document()));
        assertEquals(Set.of(), DocumentTags.of(Event.of("p").read().document()));
        assertEquals(Set.of(), DocumentTags.of("{}"));
    }

    @Test
    void cutsASlugWhereTheIndexCutsIt() {
        Event event = Event.of("p").tag("x".repeat(1_000), "X");

        assertEquals(Set.of("x".repeat(250)), DocumentTags.of(event.read().document()));
    }
}
