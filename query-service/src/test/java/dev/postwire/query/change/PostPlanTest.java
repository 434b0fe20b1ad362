package dev.postwire.query.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.change.Change.Publish;
import dev.postwire.query.change.Standing.Held;
import dev.postwire.query.post.Event;
import dev.postwire.query.post.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PostPlanTest {
    private static final Instant TIME = Instant.parse("2026-05-04T11:00:00Z");
    private static final Source SOURCE = new Source("t", 0, 0);

    private final PostPlan plan = new PostPlan(Map.of());

    @Test
    void writesANewPostAsItsFirstRevision() {
        assertEquals(Optional.empty(), plan.publish(publish(5, "1.0")));

        assertEquals(1, plan.writes().get(0).revision());
        assertEquals(List.of(), plan.rewrites());
    }

    @Test
    void countsEveryVersionOfABatchThoughItWritesTheLastOnly() {
        plan.publish(publish(5, "1.0"));
        plan.publish(publish(6, "1.0"));
        plan.publish(publish(6, "1.1"));

        assertEquals(1, plan.writes().size());
        assertEquals(3, plan.writes().get(0).revision());
    }

    @Test
    void neverReplacesALaterResult() {
        PostPlan onHeld = new PostPlan(Map.of("p", held(7, "1.2", 4)));

        assertEquals(Optional.of(Discard.OLDER), onHeld.publish(publish(6, "9.0")));
        assertEquals(Optional.of(Discard.OLDER), onHeld.publish(publish(7, "1.1")));
        assertEquals(Optional.of(Discard.SAME), onHeld.publish(publish(7, "1.2")));
        assertEquals(List.of(), onHeld.writes());
        assertEquals(Optional.empty(), onHeld.publish(publish(7, "1.10")));
        assertEquals(5, onHeld.writes().get(0).revision());
    }

    @Test
    void comparesByTimeWhereAPostCameToAnotherPartition() {
        PostPlan onHeld = new PostPlan(Map.of("p", held(1_000, "1.0", 1)));
        Event later = Event.of("p").origin(4, 2).receivedAt("2026-05-04T11:00:01Z");
        Event earlier = Event.of("p").origin(5, 9_999).receivedAt("2026-05-04T10:59:59Z");

        assertEquals(Optional.of(Discard.OLDER), onHeld.publish(new Publish(SOURCE, earlier.read())));
        assertEquals(Optional.empty(), onHeld.publish(new Publish(SOURCE, later.read())));
    }

    @Test
    void erasesAndKeepsOutWhatCameBefore() {
        PostPlan onHeld = new PostPlan(Map.of("p", held(7, "1.0", 4)));

        assertEquals(Optional.empty(), onHeld.erase("p", origin(8)));
        assertEquals(Optional.of(Discard.ERASED), onHeld.publish(publish(7, "2.0")));
        assertEquals(Optional.of(Discard.SAME), onHeld.erase("p", origin(8)));
        assertEquals(List.of("p"), onHeld.deletes());
        assertEquals(Map.of("p", origin(8)), onHeld.erasures());
    }

    @Test
    void leavesALaterPostWhenAnEarlierErasureComes() {
        PostPlan onHeld = new PostPlan(Map.of("p", held(7, "1.0", 4)));

        assertEquals(Optional.empty(), onHeld.erase("p", origin(6)));

        assertEquals(List.of(), onHeld.deletes());
        assertEquals(Map.of("p", origin(6)), onHeld.erasures());
    }

    @Test
    void takesAPostThatComesBackAfterItsErasureAsNew() {
        PostPlan onHeld = new PostPlan(Map.of("p", held(7, "1.0", 4)));

        onHeld.erase("p", origin(8));
        assertEquals(Optional.empty(), onHeld.publish(publish(9, "1.0")));

        assertEquals(1, onHeld.writes().get(0).revision());
        assertEquals(List.of("p"), onHeld.rewrites());
        assertEquals(List.of(), onHeld.deletes());
    }

    @Test
    void endsTheSameInWhateverOrderAndBatchesTheRecordsCome() {
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            List<Object> records = new ArrayList<>(List.of(
                    publish(1, "1.0"),
                    publish(1, "1.1"),
                    publish(3, "1.0"),
                    origin(4),
                    publish(6, "1.0"),
                    publish(6, "0.9"),
                    publish(6, "1.0"),
                    publish(5, "2.0")));
            if (random.nextBoolean()) records.add(origin(7));
            boolean erasedLast = records.contains(origin(7));
            Collections.shuffle(records, random);

            Standing end = apply(records, random);

            if (erasedLast) {
                assertTrue(end.held().isEmpty());
                assertEquals(Optional.of(origin(7)), end.erased());
            } else {
                assertEquals(origin(6), end.held().orElseThrow().origin());
                assertEquals("1.0", end.held().orElseThrow().version().toString());
                assertEquals(Optional.of(origin(4)), end.erased());
            }
        }
    }

    /** Goes through the records in batches of random sizes, each on what the one before left. */
    private static Standing apply(List<Object> records, Random random) {
        Map<String, Standing> stored = new HashMap<>();
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(4));
            PostPlan batch = new PostPlan(stored);
            for (Object record : records.subList(from, to)) {
                if (record instanceof Publish publish) batch.publish(publish);
                if (record instanceof Origin erasure) batch.erase("p", erasure);
            }
            Standing before = stored.getOrDefault("p", Standing.NOTHING);
            Optional<Held> held = batch.deletes().isEmpty() ? before.held() : Optional.empty();
            for (PostPlan.Write write : batch.writes()) {
                var post = write.publish().post().post();
                held = Optional.of(new Held(post.from(), post.enricher().number(), write.revision()));
            }
            Optional<Origin> erased =
                    Optional.ofNullable(batch.erasures().get("p")).or(before::erased);
            stored.put("p", new Standing(held, erased));
            from = to;
        }
        return stored.get("p");
    }

    private static Publish publish(long offset, String version) {
        return new Publish(
                SOURCE, Event.of("p").origin(0, offset).version(version).read());
    }

    private static Origin origin(long offset) {
        return new Origin(0, offset, TIME);
    }

    private static Standing held(long offset, String version, int revision) {
        var number = dev.postwire.query.post.EnricherVersion.parse(version);
        return new Standing(Optional.of(new Held(origin(offset), number, revision)), Optional.empty());
    }
}
