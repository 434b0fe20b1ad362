package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.query.index.SimilarPosts.Similar;
import dev.postwire.query.post.Event;
import dev.postwire.query.post.EventReader.ReadPost;
import dev.postwire.query.store.StoryLoop;
import dev.postwire.query.store.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesInIndexIT {
    private static final Path TOLD = Path.of("src/test/resources/story/told");
    private static final List<String> SORTS = List.of("published", "received", "relevance");
    private final TestStore store = TestStore.create();

    @TempDir
    Path folder;

    @Test
    void takesUpStoriesThatAreKnownLaterThanThePosts() throws Exception {
        store.put(store.publish(event("first", "night-train", "").origin(0, 1).published("2026-01-01T00:00:00Z")));
        store.put(store.publish(event("copy", "night-train", " Shared.").published("2026-01-02T00:00:00Z")));
        store.put(store.publish(event("other", "sourdough", "").published("2026-01-03T00:00:00Z")));
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
            assertEquals(3, standing(index));
            StoryLoop.run(store);
            index.follow();
            assertEquals(2, standing(index));
            store.put(store.erase("first", 0, 9));
            StoryLoop.run(store);
            index.follow();
            assertEquals(2, standing(index), "the copy stands for itself now");
        }
        try (TestIndex again = TestIndex.open(store, folder)) {
            again.follow();
            assertEquals(2, standing(again));
        }
    }

    @Test
    void listsOfAStoryTheBestThatAnswersInEveryOrder() throws Exception {
        put(harbour("first", "2026-01-01T00:00:00Z", 500, "").site("x.example"));
        put(harbour("copy", "2026-01-03T00:00:00Z", 500, " Shared.").site("y.example"));
        put(harbour("teaser", "2026-01-02T00:00:00Z", 200, "").site("y.example"));
        StoryLoop.run(store);
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
            for (String sort : SORTS) {
                PostSearch.Found found = index.page(TestIndex.sorted("harbour", sort), Optional.empty(), 10);
                assertEquals(List.of("first"), found.ids(), sort);
                assertEquals(Map.of("first", new PostSearch.Story("first", 2)), found.stories(), sort);
                assertEquals(
                        List.of("copy"),
                        index.found(TestIndex.typed("harbour", List.of(), null, "y.example", null, null, null, sort)),
                        sort + ": neither the teaser, though it came first, nor the best, which is elsewhere");
            }
        }
    }

    @Test
    void losesNoStoryWhoseBestComesInBetweenTwoPages() throws Exception {
        put(harbour("early", "2026-01-01T00:00:00Z", 200, ""));
        put(harbour("other", "2026-01-02T00:00:00Z", 9, null), harbour("more", "2026-01-03T00:00:00Z", 9, null));
        Map<String, PostSearch.Found> firsts = new HashMap<>();
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
            for (String sort : SORTS)
                firsts.put(sort, index.page(TestIndex.sorted("harbour", sort), Optional.empty(), 1));
            put(harbour("late", "2026-01-04T00:00:00Z", 500, " Shared."));
            StoryLoop.run(store);
            index.follow();

            for (String sort : SORTS) {
                PostSearch.Found page = firsts.get(sort);
                List<String> seen = new ArrayList<>(page.ids());
                while (page.next().isPresent()) {
                    page = index.page(TestIndex.sorted("harbour", sort), page.next(), 1);
                    seen.addAll(page.ids());
                }
                assertEquals(Set.of("early", "other", "more"), Set.copyOf(seen), sort);
                assertEquals(3, seen.size(), sort);
                assertTrue(index.found(TestIndex.sorted("harbour", sort)).contains("late"), sort + ": the best by now");
            }
        }
    }

    private Event harbour(String id, String at, int words, String more) throws Exception {
        Event event = more == null
                ? Event.of(id).language("en").text("Nothing about it, " + id)
                : event(id, "night-train", more);
        ((ObjectNode) event.json().get("stats")).put("words", words);
        return event.title("Harbour").published(at).receivedAt(at);
    }

    private void put(Event... events) throws Exception {
        for (Event event : events) store.put(store.publish(event));
    }

    @Test
    void tellsWhyPostsAreSimilarAndLeavesOutCopies() throws Exception {
        Event asked = event("asked", "queue-outage", "").tag("kafka", "Kafka");
        store.put(store.publish(asked));
        store.put(store.publish(event("copy", "queue-outage", " Shared.")));
        store.put(store.publish(Event.of("near")
                .language("en")
                .title("Brokers")
                .text("Our brokers lost the certificate, so a load balancer"
                        + " dropped each queue and its unacknowledged messages.")
                .tag("kafka", "Kafka")));
        store.put(store.publish(
                Event.of("far").language("en").text("The balancer of the swing was painted by a certificate holder.")));
        store.put(store.publish(event("elsewhere", "sourdough", "")));
        for (int i = 0; i < 40; i++)
            store.put(store.publish(Event.of("noise" + i).language("en").text("Nothing but noise number " + i)));
        try (TestIndex index = TestIndex.open(store, folder)) {
            StoryLoop.run(store);
            index.follow();
            ReadPost post = asked.read();

            List<Similar> similar = new SimilarPosts(index.index, TestIndex.LANGUAGES)
                    .similar("asked", post.document(), post.bodies(), 3);

            assertEquals("near", similar.get(0).id());
            assertTrue(
                    similar.get(0).words().contains("queue"),
                    similar.get(0).words().toString());
            assertTrue(similar.stream()
                    .noneMatch(one -> one.id().equals("copy") || one.id().equals("asked")));
        }
    }

    private static long standing(TestIndex index) {
        return index.index.ask((use, serving) -> {
            Folding folding = new Folding(use.searcher(), new MatchAllDocsQuery(), 0);
            long standing = 0;
            for (var hit : use.searcher().search(new MatchAllDocsQuery(), 100).scoreDocs) {
                if (folding.stands(hit.doc)) standing++;
            }
            return standing;
        });
    }

    private static Event event(String id, String told, String more) throws Exception {
        return Event.of(id).language("en").text(Files.readString(TOLD.resolve(told + ".txt")) + more);
    }
}
