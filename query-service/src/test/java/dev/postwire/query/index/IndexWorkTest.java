package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.post.Event;
import dev.postwire.query.search.Cursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The follower of a store that fails. */
class IndexWorkTest {
    private final MemoryStore store = new MemoryStore();

    @TempDir
    Path folder;

    @Test
    void searchesGoOnWhileTheStoreIsAway() throws Exception {
        store.put(tea("a"), tea("b"), tea("c"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
            Optional<Cursor> second =
                    index.page(TestIndex.query("tea"), Optional.empty(), 1).next();

            store.put(tea("d"));
            failOnce(index);

            assertEquals(Set.of("a", "b", "c"), Set.copyOf(index.found("tea")));
            assertTrue(index.index.state().serving());
            index.follow();
            assertEquals(4, index.found("tea").size());
            assertEquals(3, index.page(TestIndex.query("tea"), second, 9).total(), "pages stay as they were");
        }
    }

    @Test
    void whatAFailedStepHasWrittenIsSeenAfterTheNext() throws Exception {
        try (TestIndex index = TestIndex.open(new CutOff(store), folder)) {
            index.follow();
            store.put(tea("a"));
            index.work.signal();
            assertThrows(SQLException.class, index.work::step);
            index.work.close();
            assertEquals(0, index.index.state().visible());
            assertEquals(1, index.index.state().lag(), "it is known how far the store is");
            assertTrue(index.index.state().knows(Instant.now()));
            index.work.signal();
            index.work.step();

            assertEquals(List.of("a"), index.found("tea"));
            assertEquals(1, index.index.state().visible());
        }
    }

    /** Fails once, at the end of the first batch that holds something. */
    private static final class CutOff implements PostSource {
        private final PostSource whole;
        private boolean done;

        CutOff(PostSource whole) {
            this.whole = whole;
        }

        @Override
        public void await() throws Exception {
            whole.await();
        }

        @Override
        public History history() throws Exception {
            return whole.history();
        }

        @Override
        public int changes(long after, int limit, Consumer<StoreChange> each) throws Exception {
            int found = whole.changes(after, limit, each);
            if (found == 0 || done) return found;
            done = true;
            throw new SQLException("cut off");
        }

        @Override
        public long lastStory() throws Exception {
            return whole.lastStory();
        }

        @Override
        public long stories(long after, int limit, Consumer<StoreChange> each) throws Exception {
            return whole.stories(after, limit, each);
        }

        @Override
        public List<StoreChange> posts(Optional<String> after, int limit, Moment atLeast) throws Exception {
            return whole.posts(after, limit, atLeast);
        }

        @Override
        public long count(Moment atLeast) throws Exception {
            return whole.count(atLeast);
        }
    }

    @Test
    void servesWhatStandsThoughTheStoreIsAwayAtTheStart() throws Exception {
        store.put(tea("a"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
        }
        store.away(true);
        PostIndex index = new PostIndex();
        IndexWork work = new IndexWork(store, new IndexFolder(folder, TestIndex.LANGUAGES), index, Duration.ZERO);

        assertThrows(SQLException.class, work::open);
        work.close();

        assertTrue(index.state().serving());
        assertFalse(index.state().knows(Instant.now()), "nobody can say how far behind it is");
        work.wakeup();
        work.close();
        assertFalse(index.state().serving());
    }

    @Test
    void readsFilesToTheirEndOnlyWhereNoneIsServed() throws Exception {
        store.put(tea("a"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
        }
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
            // Were they read again, they would be found to be broken and the index made anew.
            breakFiles();
            store.asked().clear();
            failOnce(index);
            index.follow();

            assertFalse(store.asked().contains("posts"), store.asked().toString());
        }
    }

    @Test
    void isOpenedAnewWhereTheIndexItselfFailed() throws Exception {
        store.put(tea("a"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
            deleteFiles();
            store.put(tea("b"));
            index.work.signal();
            assertThrows(Exception.class, index.work::step);
            index.work.close();
            assertFalse(index.index.state().serving());

            index.work.open();
            index.follow();

            assertEquals(Set.of("a", "b"), Set.copyOf(index.found("tea")));
        }
    }

    @Test
    void isServedOnWhereAPostCannotBeRead() throws Exception {
        store.put(tea("a"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
            store.put(tea("b"));
            store.spoil();
            index.work.signal();
            assertThrows(UncheckedIOException.class, index.work::step);
            index.work.close();

            assertEquals(List.of("a"), index.found("tea"));
        }
    }

    @Test
    void tellsItsLagWhileItIsMadeAnew() throws Exception {
        for (int i = 0; i < 600; i++) store.put(tea("p" + i));
        try (TestIndex index = TestIndex.open(store, folder)) {
            List<Long> lags = new ArrayList<>();
            store.betweenPosts(() -> {
                IndexState now = index.index.state();
                if (now.rebuild().of() > 0) lags.add(now.lag());
                store.put(tea("new" + lags.size()));
            });
            index.work.step();
            assertEquals(600, lags.get(0), "nothing is seen yet");
            assertEquals(601, lags.get(1), "more came meanwhile");
            assertEquals(IndexState.Progress.NONE, index.index.state().rebuild());
            index.follow();

            lags.clear();
            store.another();
            index.work.step();
            assertTrue(lags.get(0) > 600, "what is served is of another store: " + lags);
            index.follow();
            assertEquals(0, index.index.state().lag());
        }
    }

    @Test
    void showsWhatComesAloneAtOnceAndWhatComesAfterItTogether() throws Exception {
        PostIndex index = new PostIndex();
        Duration pause = Duration.ofMillis(300);
        IndexWork work = new IndexWork(store, new IndexFolder(folder, TestIndex.LANGUAGES), index, pause);
        work.open();
        work.step();
        work.signal();
        work.step();

        store.put(tea("a"));
        work.signal();
        long begun = System.nanoTime();
        work.step();
        assertTrue(index.sees(1));
        long rested = System.nanoTime() - begun;

        work.wakeup();
        work.close();
        assertTrue(rested >= pause.toNanos(), "it looks again after " + rested / 1_000_000 + " ms");
    }

    @Test
    void countsWhoeverWaitsForAChangeToBeSeen() throws Exception {
        store.put(tea("a"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            assertFalse(index.index.sees(1), "nothing is served yet");
            CompletableFuture<Boolean> seen = index.index.seen(2, Duration.ofMinutes(1));
            index.follow();
            assertTrue(index.index.sees(1));
            assertFalse(index.index.sees(2));
            assertEquals(1, index.index.waiting());

            store.put(tea("b"));
            index.follow();

            assertTrue(seen.getNow(false));
            assertEquals(0, index.index.waiting());
        }
    }

    @Test
    void doesNotBeginAnewWhereAReadOfARebuildFails() throws Exception {
        for (int i = 0; i < 600; i++) store.put(tea("p" + i));
        boolean[] once = {true};
        store.betweenPosts(() -> {
            if (once[0]) store.fails(2);
            once[0] = false;
        });
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.work.step();
            assertEquals(
                    600, index.page(TestIndex.query("tea"), Optional.empty(), 1).total());
        }
        assertEquals(1, store.asked().stream().filter("last story"::equals).count(), "one rebuild");
    }

    /** As its loop does. */
    private void failOnce(TestIndex index) throws Exception {
        store.away(true);
        index.work.signal();
        assertThrows(SQLException.class, index.work::step);
        index.work.close();
        assertThrows(SQLException.class, index.work::open);
        index.work.close();
        store.away(false);
        index.work.open();
    }

    private void breakFiles() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".cfs")) {
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[bytes.length - 1] ^= 0x40;
                    Files.write(file, bytes);
                }
            }
        }
    }

    private void deleteFiles() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) Files.delete(path);
            }
        }
    }

    private static Event tea(String id) {
        return Event.of(id).language("en").text("tea");
    }
}
