package dev.postwire.query.index;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.post.Event;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
    private static final int SEGMENTS = 30;

    @TempDir
    Path folder;

    @Test
    void mergesWhatWasFilledWhenItIsDoneAndTellsThatThisIsNotCommitted() throws Exception {
        MemoryStore store = new MemoryStore();
        try (Generation generation = Generation.create(folder, TestIndex.LANGUAGES)) {
            generation.merges(false);
            for (int i = 0; i < SEGMENTS; i++) {
                store.put(Event.of("p" + i).title("Tea " + i));
                store.changes(i, 1, change -> add(generation, change));
                generation.refresh();
            }
            assertEquals(SEGMENTS, segments(generation));
            generation.commit("store");
            assertFalse(generation.uncommitted());

            generation.merges(true);

            await().untilAsserted(() -> {
                generation.refresh();
                assertTrue(segments(generation) < SEGMENTS / 2);
            });
            assertTrue(generation.uncommitted(), "after a crash it would be merged again");
            generation.commit("store");
            assertFalse(generation.uncommitted());
        }
    }

    private static void add(Generation generation, StoreChange change) {
        try {
            generation.add(change);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int segments(Generation generation) throws IOException {
        IndexSearcher searcher = generation.searchers().acquire();
        try {
            return searcher.getIndexReader().leaves().size();
        } finally {
            generation.searchers().release(searcher);
        }
    }
}
