package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.http.ProblemException;
import dev.postwire.query.post.Event;
import dev.postwire.query.store.IndexFeed;
import dev.postwire.query.store.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index as it follows a real database. */
class IndexIT {
    private final TestStore store = TestStore.create();

    @TempDir
    Path folder;

    @Test
    void isMadeOfWhatIsThereAndFollowsWhatComes() throws Exception {
        put(Event.of("a").language("en").text("tea"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            assertThrows(ProblemException.class, () -> index.found("tea"));
            index.follow();
            assertEquals(List.of("a"), index.found("tea"));

            put(Event.of("b").language("en").text("tea and cake"));
            put(Event.of("a").origin(0, 9).language("en").text("coffee"));
            index.follow();

            assertEquals(List.of("b"), index.found("tea"));
            assertEquals(List.of("a"), index.found("coffee"));
            store.put(store.erase("b", 0, 10));
            index.follow();
            assertEquals(List.of(), index.found("tea"));
            assertEquals(0, index.index.state().lag());
        }
    }

    @Test
    void goesOnFromItsLastCommitWhateverHappenedSince() throws Exception {
        put(Event.of("a").language("en").text("tea"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
        }
        put(Event.of("b").language("en").text("tea"));
        Path copy = Files.createDirectories(folder.resolve("copy"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
            assertEquals(Set.of("a", "b"), Set.copyOf(index.found("tea")));
            // What a crash leaves: the files as they are now, without a commit.
            copy(folder, copy);
        }

        try (TestIndex index = TestIndex.open(store, copy)) {
            assertEquals(List.of("a"), index.found("tea"));
            index.follow();
            assertEquals(Set.of("a", "b"), Set.copyOf(index.found("tea")));
        }
        assertTrue(Files.isDirectory(copy.resolve("generation-1")), "it was not made anew");
    }

    @Test
    void isMadeAnewWhereAFileIsBroken() throws Exception {
        put(Event.of("a").language("en").text("tea"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
        }
        for (String damage : List.of("flip", "cut", "delete")) {
            for (Path file : files()) damage(file, damage);

            try (TestIndex index = TestIndex.open(store, folder)) {
                index.follow();
                assertEquals(List.of("a"), index.found("tea"), damage);
            }
        }
    }

    @Test
    void isMadeAnewWhereTheNumbersWentBack() throws Exception {
        put(Event.of("a").language("en").text("tea"));
        put(Event.of("b").language("en").text("tea"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
            store.run("TRUNCATE post, change CASCADE; UPDATE change_counter SET last_number = 0");
            put(Event.of("c").language("en").text("tea"));

            index.follow();

            assertEquals(List.of("c"), index.found("tea"));
        }
    }

    @Test
    void isMadeAnewForAnotherDatabaseWithTheSameNumbers() throws Exception {
        put(Event.of("a").language("en").text("tea"));
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
        }
        TestStore other = TestStore.create();
        other.put(other.publish(Event.of("z").language("en").text("tea")));
        try (TestIndex index = TestIndex.open(other, folder)) {
            index.follow();

            assertEquals(List.of("z"), index.found("tea"));
        }
    }

    @Test
    void tellsHowNewThePostsAreThatItShows() throws Exception {
        put(Event.of("a").language("en").text("tea"));
        IndexFeed feed = new IndexFeed(store.source(), () -> {});
        PostSource racing = new OtherSource(feed) {
            @Override
            public List<StoreChange> posts(Optional<String> after, int limit, Moment atLeast) throws Exception {
                if (after.isEmpty())
                    put(Event.of("a").origin(0, 9).language("en").text("coffee"));
                return super.posts(after, limit, atLeast);
            }
        };
        try (TestIndex index = TestIndex.open(racing, folder)) {
            assertEquals(Moment.NOW, index.index.shown());
            index.work.step();

            assertEquals(List.of("a"), index.found("coffee"));
            assertEquals(1, index.index.state().visible());
            assertEquals(new Moment(feed.history().name(), 2, 0), index.index.shown());
        }
        try (TestIndex index = TestIndex.open(store, folder)) {
            assertEquals(2, index.index.shown().change(), "it was told by the commit");
            store.put(store.erase("a", 0, 10));
            index.follow();
            assertEquals(3, index.index.shown().change());
        }
    }

    @Test
    void tellsWhoSharesItsFolder() throws Exception {
        try (TestIndex index = TestIndex.open(store, folder)) {
            index.follow();
            IOException e = assertThrows(IOException.class, () -> TestIndex.open(store, folder));
            assertTrue(e.getMessage().contains("postwire.index.folder"), e.getMessage());
        }
    }

    @Test
    void missesNoneOfWhatManyWritersCommitSideBySide() throws Exception {
        int writers = 4;
        int each = 60;
        AtomicBoolean writing = new AtomicBoolean(true);
        try (TestIndex index = TestIndex.open(store, folder)) {
            Thread[] threads = new Thread[writers];
            for (int w = 0; w < writers; w++) {
                int writer = w;
                threads[w] = new Thread(() -> {
                    for (int i = 0; i < each; i++)
                        put(Event.of("p" + writer + "-" + i).language("en").text("tea"));
                });
                threads[w].start();
            }
            Thread end = new Thread(() -> {
                for (Thread thread : threads) join(thread);
                writing.set(false);
            });
            end.start();
            while (writing.get()) index.follow();
            index.follow();

            assertEquals(
                    writers * each,
                    index.page(TestIndex.query("tea"), Optional.empty(), 1).total());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("write.lock"))
                    .filter(file ->
                            file.toString().endsWith(".cfs") || file.toString().endsWith(".doc"))
                    .toList();
        }
    }

    private static void damage(Path file, String how) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (how.equals("delete")) Files.delete(file);
        else if (how.equals("cut")) Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        else {
            bytes[bytes.length / 2] ^= 0x40;
            Files.write(file, bytes);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path generation : Files.list(from).filter(path -> !path.equals(to)).toList()) {
            Path target = Files.createDirectories(to.resolve(generation.getFileName()));
            for (Path file : Files.list(generation).toList()) {
                if (!file.endsWith("write.lock")) Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private void put(Event event) {
        try {
            assertFalse(store.put(store.publish(event)) == 0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
