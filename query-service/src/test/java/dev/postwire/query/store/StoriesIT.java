package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.post.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoriesIT {
    private static final String TEXT = text("night-train");
    private static final String OTHER = text("sourdough");
    private final TestStore test = TestStore.create();
    private final StoryFollower follower = new StoryFollower(test.source(), () -> {});

    @Test
    void putsCopiesUnderTheEarliest() throws Exception {
        put("copy", 1, TEXT + " All rights reserved.", "2026-02-02T00:00:00Z");
        put("first", 2, TEXT, "2026-02-01T00:00:00Z");
        put("apart", 3, OTHER, "2026-01-01T00:00:00Z");
        follow();

        assertEquals(List.of("copy first", "first first"), stories());
        try (Connection connection = test.connect()) {
            assertEquals(
                    "first", Stories.story(connection, "copy").orElseThrow().id());
            assertEquals(
                    2, Stories.story(connection, "first").orElseThrow().posts().size());
            assertEquals(
                    1, Stories.story(connection, "apart").orElseThrow().posts().size());
            assertTrue(Stories.story(connection, "nobody").isEmpty());
        }
    }

    @Test
    void findsThemAnewWhenOneChangesOrGoes() throws Exception {
        put("a", 1, TEXT, "2026-02-01T00:00:00Z");
        put("b", 2, TEXT + " One.", "2026-02-02T00:00:00Z");
        put("c", 3, TEXT + " Two.", "2026-02-03T00:00:00Z");
        follow();
        assertEquals(List.of("a a", "b a", "c a"), stories());

        test.put(test.erase("a", 0, 4));
        follow();
        assertEquals(List.of("b b", "c b"), stories());

        put("b", 5, OTHER, "2026-02-02T00:00:00Z");
        follow();
        assertEquals(List.of("b b", "c c"), stories());
        assertEquals("0", test.one("SELECT count(*) FROM story_link"));
        assertEquals("2", test.one("SELECT count(*) FROM story_sketch"));
    }

    @Test
    void givesTheSameStoriesInWhateverOrderTheyComeAndAfterBeginningAnew() throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 24; i++) numbers.add(i);
        List<String> first = List.of();
        for (int round = 0; round < 3; round++) {
            test.run("TRUNCATE post, change, story, story_sketch, story_link CASCADE");
            test.run("UPDATE change_counter SET last_number = 0");
            test.run("UPDATE story_progress SET last_change = 0");
            Collections.shuffle(numbers, new Random(round));
            for (int i : numbers) {
                String text = i % 3 == 0 ? TEXT : i % 3 == 1 ? OTHER : "Post " + i + " is about " + "this ".repeat(i);
                put("p" + i, i + 1, text + " " + "x".repeat(1 + i % 5), "2026-03-%02dT00:00:00Z".formatted(1 + i));
                if (i % 4 == 0) follow();
            }
            follow();
            if (round == 0) first = stories();
            assertEquals(16, stories().size());
            assertEquals(first, stories());
        }

        test.run("UPDATE story_progress SET version = 0");
        follow();

        assertEquals(first, stories());
    }

    @Test
    void numbersWhatChangesSoThatAnIndexCanFollow() throws Exception {
        put("a", 1, TEXT, "2026-02-02T00:00:00Z");
        follow();
        try (Connection connection = test.connect()) {
            assertEquals(List.of(), Stories.since(connection, 0, 10));
            put("b", 2, TEXT, "2026-02-01T00:00:00Z");
            follow();
            assertEquals(
                    List.of(new Stories.Assignment(1, "a", "b"), new Stories.Assignment(2, "b", "b")),
                    Stories.since(connection, 0, 10));
            test.put(test.erase("b", 0, 3));
            follow();
            assertEquals(List.of(new Stories.Assignment(3, "a", "a")), Stories.since(connection, 0, 10));
        }
    }

    @Test
    void worksForOneInstanceAtATime() throws Exception {
        put("a", 1, TEXT, "2026-02-01T00:00:00Z");
        try (Connection other = test.connect()) {
            other.setAutoCommit(false);
            new Sql().add("SELECT 1 FROM story_progress FOR UPDATE").list(other, row -> row.getInt(1));

            assertFalse(follower.follow());
        }
        assertTrue(follower.follow());
        assertFalse(follower.follow());
    }

    private void follow() throws Exception {
        while (follower.follow()) continue;
    }

    private void put(String id, long offset, String text, String published) throws Exception {
        test.put(test.publish(Event.of(id).origin(0, offset).text(text).published(published)));
    }

    private List<String> stories() throws Exception {
        return test.all("SELECT post_id || ' ' || story FROM story ORDER BY post_id");
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/story/told", name + ".txt"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
