package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postwire.query.change.Change;
import dev.postwire.query.post.Event;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Several who write at once, and one that was overtaken. */
class WritersIT {
    private final TestStore test = TestStore.create();

    @Test
    void advancesOnlyFromWhereTheReaderStands() throws Exception {
        Partition partition = new Partition("posts.enriched.v1", 0);
        assertEquals(Map.of(partition, 0L), test.store().positions(Set.of(partition)));
        test.store().store(List.of(), List.of(new Progress(partition, 0, 10)));
        List<Change> stale = List.of(test.publish(Event.of("p")));

        assertThrows(Fenced.class, () -> test.store().store(stale, List.of(new Progress(partition, 5, 11))));

        assertEquals("0", test.one("SELECT count(*) FROM post"));
        assertEquals(Map.of(partition, 10L), test.store().positions(Set.of(partition)));
    }

    @Test
    void fencesOneOfTwoWhoReadTheSamePartition() throws Exception {
        Partition partition = new Partition("posts.enriched.v1", 0);
        test.store().positions(Set.of(partition));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Change publish = test.publish(Event.of("p" + i));
            tries.add(threads.submit(() -> {
                try {
                    test.store().store(List.of(publish), List.of(new Progress(partition, 0, 1)));
                    return true;
                } catch (Fenced e) {
                    return false;
                }
            }));
        }
        int stored = 0;
        for (Future<Boolean> one : tries) stored += one.get() ? 1 : 0;
        threads.shutdown();

        assertEquals(1, stored);
        assertEquals("1", test.one("SELECT count(*) FROM post"));
    }

    @Test
    void numbersChangesWithoutAGapInTheOrderOfCommits() throws Exception {
        int writers = 6;
        int batches = 25;
        ExecutorService threads = Executors.newFixedThreadPool(writers + 1);
        List<Future<?>> all = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            String name = "w" + w + "-";
            all.add(threads.submit(() -> {
                for (int b = 0; b < batches; b++) {
                    test.put(test.publish(Event.of(name + b)), test.publish(Event.of(name + b + "x")));
                }
                return null;
            }));
        }
        Future<Integer> reader = threads.submit(() -> neverSeesALowerNumberLater(writers * batches * 2));
        for (Future<?> one : all) one.get();
        threads.shutdown();

        assertEquals(writers * batches * 2, reader.get());
        List<Long> numbers = test.all("SELECT number FROM change ORDER BY number").stream()
                .map(Long::valueOf)
                .toList();
        assertEquals(LongStream.rangeClosed(1, writers * batches * 2L).boxed().toList(), numbers);
    }

    /** What a follower does: asks for all after the last it saw. If a lower number came later it would miss that one. */
    private int neverSeesALowerNumberLater(int expected) throws Exception {
        long last = 0;
        int seen = 0;
        try (Connection connection = test.connect()) {
            while (seen < expected) {
                List<Long> more = new Sql()
                        .add("SELECT number FROM change WHERE number > ? ORDER BY number", last)
                        .list(connection, row -> row.getLong(1));
                for (long number : more) {
                    assertEquals(last + 1, number);
                    last = number;
                    seen++;
                }
            }
        }
        return seen;
    }
}
