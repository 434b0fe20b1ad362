package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.query.change.Change;
import dev.postwire.query.change.Change.Publish;
import dev.postwire.query.change.PostPlan;
import dev.postwire.query.follow.ChangeCursor;
import dev.postwire.query.follow.Content;
import dev.postwire.query.post.Event;
import dev.postwire.query.store.Changes.Slice;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ChangesIT {
    private static final String DEADLOCK = "40P01";

    private final TestStore test = TestStore.create();
    private final AtomicLong offsets = new AtomicLong(1);

    @Test
    void givesEveryPostAndErasureInTheOrderOfTheirCommits() throws Exception {
        test.put(publish("a", 1), publish("b", 2), publish("c", 3));
        test.put(publish("a", 4));
        test.put(test.erase("b", 0, 5));

        Slice all = after(0, 10, Content.WHOLE);

        assertEquals(
                List.of("c", "a", "b"),
                all.entries().stream().map(ChangeEntry::id).toList());
        assertEquals(
                List.of(false, false, true),
                all.entries().stream().map(ChangeEntry::erased).toList());
        assertEquals(2, all.entries().get(1).post().orElseThrow().revision());
        assertTrue(all.entries().get(1).post().orElseThrow().json().contains("\"text\":"));
        assertTrue(all.entries().get(2).post().isEmpty());
        assertEquals(all.entries().get(2).number(), all.next().number());
        assertEquals(List.of(), after(all.next().number(), 10, Content.WHOLE).entries());
        assertEquals(all.next(), after(all.next().number(), 10, Content.WHOLE).next());
    }

    @Test
    void givesNoMoreThanWasAskedFor() throws Exception {
        test.put(publish("a", 1), publish("b", 2));

        Slice one = after(0, 1, Content.SUMMARY);
        Slice ids = after(0, 2, Content.IDS);

        assertEquals("a", one.entries().get(0).id());
        assertFalse(one.entries().get(0).post().orElseThrow().json().contains("\"text\":"));
        assertEquals(
                "b",
                after(one.next().number(), 9, Content.SUMMARY).entries().get(0).id());
        assertTrue(ids.entries().stream().allMatch(entry -> entry.post().isEmpty()));
    }

    @Test
    void cutsAPageOfLargePostsShortAndGoesOnAfterIt() throws Exception {
        String large = "word ".repeat(400_000);
        for (int i = 0; i < 4; i++)
            test.put(test.publish(Event.of("p" + i).origin(0, i).text(large)));
        Set<String> seen = new HashSet<>();
        long since = 0;
        int pages = 0;
        for (Slice page = after(since, 100, Content.WHOLE);
                !page.entries().isEmpty();
                page = after(since, 100, Content.WHOLE)) {
            page.entries().forEach(entry -> seen.add(entry.id()));
            since = page.next().number();
            pages++;
        }

        assertEquals(4, seen.size());
        assertTrue(pages > 1, "all came on one page");
    }

    @Test
    void refusesACursorOfAnotherDatabaseAndOneThatIsAhead() throws Exception {
        test.put(publish("a", 1));
        ChangeCursor now = now();

        for (ChangeCursor wrong : List.of(new ChangeCursor("0123456789ab", 0), now.at(now.number() + 1))) {
            ProblemException e = assertThrows(ProblemException.class, () -> after(wrong, 1, Content.IDS));
            assertEquals(ProblemCode.CURSOR_EXPIRED, e.problem().kind());
        }
    }

    @Test
    void isReadFromItsIndexAlone() throws Exception {
        List<Change> many = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) many.add(publish("p" + i, i));
        test.put(many);
        test.run("ANALYZE");
        try (Connection connection = test.connect()) {
            String plan = String.join(
                    "\n", Changes.sql(1_500, 100, Content.WHOLE).explained().list(connection, row -> row.getString(1)));
            assertTrue(plan.contains("change_pkey"), plan);
            assertFalse(plan.contains("Seq Scan"), plan);
        }
    }

    /** Writers that hold their transactions open for a while, some of which fail, and a reader that follows them all the time. */
    @Test
    void skipsNothingWhileWritersCommitInAnotherOrderThanTheyBegan() throws Exception {
        int writers = 6;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int writer = i;
            writing.add(threads.submit(() -> write(writer)));
        }
        threads.shutdown();
        Map<String, Long> copy = new HashMap<>();
        TreeMap<Long, String> given = new TreeMap<>();
        ChangeCursor at = now().at(0);
        boolean over = false;
        while (true) {
            boolean last = over;
            over = threads.isTerminated();
            Slice page = after(at, 3, Content.SUMMARY);
            for (ChangeEntry entry : page.entries()) {
                assertTrue(given.isEmpty() || entry.number() > given.lastKey(), "the numbers go back");
                given.put(entry.number(), entry.id());
                if (entry.erased()) copy.remove(entry.id());
                else copy.put(entry.id(), (long) entry.post().orElseThrow().revision());
            }
            at = page.next();
            if (last && page.entries().isEmpty()) break;
        }
        for (Future<?> one : writing) one.get();

        Map<String, Long> stored = new HashMap<>();
        test.all("SELECT id || ' ' || revision FROM post")
                .forEach(row -> stored.put(row.split(" ")[0], Long.parseLong(row.split(" ")[1])));
        assertEquals(stored, copy);
        assertTrue(given.size() > 100, "too little was written to tell anything");
        assertEquals(test.one("SELECT max(number) FROM change"), test.one("SELECT last_number FROM change_counter"));
    }

    /** Each has ids of its own, as who reads a partition has: two that wrote the same posts would wait for each other. */
    private Void write(int writer) throws Exception {
        Random random = new Random(writer);
        for (int i = 0; i < 40; i++) {
            try (Connection connection = test.connect()) {
                connection.setAutoCommit(false);
                pause(random);
                PostPlan plan = plan(connection, writer, random);
                pause(random);
                new ChangeNumbers(connection).number(plan);
                pause(random);
                if (random.nextInt(5) == 0) connection.rollback();
                else connection.commit();
            } catch (SQLException e) {
                // Two that post and erase the same new ids may wait for each other. One is rolled back, and the loop
                // reads again.
                if (!DEADLOCK.equals(e.getSQLState())) throw e;
            }
        }
        return null;
    }

    private PostPlan plan(Connection connection, int writer, Random random) throws SQLException {
        Set<String> ids = new HashSet<>();
        while (ids.size() < 3) ids.add("p" + writer + "-" + random.nextInt(10));
        PostWrites posts = new PostWrites(connection, Instant.now(), 2);
        PostPlan plan = new PostPlan(posts.standings(ids));
        for (String id : ids.stream().sorted().toList()) {
            long offset = offsets.getAndIncrement();
            if (random.nextInt(4) == 0) plan.erase(id, test.erase(id, 0, offset).origin());
            else plan.publish(publish(id, offset));
        }
        posts.carryOut(plan);
        return plan;
    }

    private static void pause(Random random) {
        LockSupport.parkNanos(random.nextInt(4_000_000));
    }

    private Publish publish(String id, long offset) {
        return test.publish(Event.of(id).origin(0, offset));
    }

    private ChangeCursor now() throws SQLException {
        try (Connection connection = test.connect()) {
            return Changes.now(connection);
        }
    }

    private Slice after(long number, int limit, Content content) throws SQLException {
        return after(now().at(number), limit, content);
    }

    private Slice after(ChangeCursor since, int limit, Content content) throws SQLException {
        try (Connection connection = test.connect()) {
            return Changes.after(connection, since, limit, content);
        }
    }
}
