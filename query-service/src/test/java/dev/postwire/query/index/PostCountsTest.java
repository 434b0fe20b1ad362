package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.index.PostCounts.Count;
import dev.postwire.query.index.PostCounts.Neighbour;
import dev.postwire.query.post.Event;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostCountsTest {
    private final MemoryStore store = new MemoryStore();

    @TempDir
    Path folder;

    private TestIndex index;

    @BeforeEach
    void openIndex() throws Exception {
        index = TestIndex.open(store, folder);
        index.follow();
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    @Test
    void countsNeighboursWithinTheFilters() throws Exception {
        for (int i = 0; i < 12; i++) {
            Event event = Event.of("p" + i).language(i % 3 == 0 ? "de" : "en").tag("all", "All");
            if (i % 2 == 0) event.tag("even", "Even");
            if (i % 4 == 0) event.tag("four", i == 0 ? "4" : "Four");
            store.put(event);
        }
        index.follow();
        PostCounts counts = new PostCounts(index.index, index.search);

        // Of four posts in German two are even, and the one that is four is both.
        var german = counts.neighbours(TestIndex.typed("", List.of(), "de", null, null, null, null, null), "four", 10)
                .orElseThrow();
        assertEquals(new Count("four", "4", 1), german.tag());
        assertTrue(german.neighbours().contains(new Neighbour("even", "Even", 2, 1, 2.0)), german.toString());
    }

    @Test
    void countsNoPostThatWasReplaced() throws Exception {
        for (int i = 0; i < 6; i++) {
            Event event = Event.of("p" + i).tag("tea", "Tea");
            store.put(i < 2 ? event.tag("cake", "Cake") : event);
        }
        index.follow();
        for (int i = 1; i <= 5; i++) {
            put(Event.of("p0").tag("tea", "Tea").tag("cake", "Cake"));
        }

        var near = new PostCounts(index.index, index.search)
                .neighbours(TestIndex.query(""), "tea", 10)
                .orElseThrow();

        assertEquals(new Count("tea", "Tea", 6), near.tag());
        assertEquals(List.of(new Neighbour("cake", "Cake", 2, 2, 1.0)), near.neighbours());
    }

    @Test
    void givesEveryTagOnceWhileTheCountsChange() throws Exception {
        for (int i = 0; i < 9; i++) put(Event.of("p" + i).tag("t" + i, "T"));
        PostCounts counts = new PostCounts(index.index, index.search);
        PostQuery all = TestIndex.query("");
        List<String> seen = new ArrayList<>();
        Optional<Cursor> place = Optional.empty();
        do {
            PostCounts.Tags page = counts.tags(all, "t", place, 2);
            assertFalse(page.moved());
            seen.addAll(values(page.counts()));
            place = page.next();
            // The last of all is used more, and passes what was not given yet.
            put(Event.of("more" + seen.size()).tag("t8", "T").tag("new", "New"));
        } while (place.isPresent());
        assertEquals(List.of("t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"), seen);

        Cursor elsewhere = new Cursor(1, 12_345, "t5");
        PostCounts.Tags page = counts.tags(all, "t", Optional.of(elsewhere), 2);
        assertEquals(List.of("t6", "t7"), values(page.counts()));
        assertTrue(page.moved(), "of another instance");
    }

    private static List<String> values(List<Count> counts) {
        return counts.stream().map(Count::value).toList();
    }

    private void put(Event... events) throws Exception {
        store.put(events);
        index.follow();
    }
}
