package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.index.SimilarPosts.Similar;
import dev.postwire.query.post.Event;
import dev.postwire.query.post.EventReader.ReadPost;
import dev.postwire.query.store.StoryLoop;
import dev.postwire.query.store.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesInIndexIT {
    private static final Path TOLD = Path.of("src/test/resources/story/told");
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
            Folding folding = new Folding(use.searcher(), new MatchAllDocsQuery(), Sort.INDEXORDER);
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
