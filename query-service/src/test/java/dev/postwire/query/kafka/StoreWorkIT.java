package dev.postwire.query.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.contracts.GoldenSample;
import dev.postwire.platform.kafka.Loop;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.platform.trace.Tracing;
import dev.postwire.query.post.Event;
import dev.postwire.query.store.TestStore;
import dev.postwire.testing.Broker;
import dev.postwire.testing.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreWorkIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestStore test = TestStore.create();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Loop> loops = new ArrayList<>();
    private final String group = "test-" + UUID.randomUUID();
    private Bus bus;

    @BeforeEach
    void connect() throws Exception {
        Broker.shared().start();
        Broker.shared().deleteTopics();
        await().atMost(SOON).ignoreExceptions().untilAsserted(Bus::createTopics);
        bus = new Bus();
    }

    @AfterEach
    void disconnect() {
        loops.forEach(loop -> loop.stop(SOON));
        bus.close();
        Database.shared().start();
        Broker.shared().start();
    }

    @Test
    void storesEveryGoldenSample() throws Exception {
        int sent = 0;
        for (Topic topic : List.of(Topic.ENRICHED, Topic.REJECTED, Topic.LEDGER)) {
            for (GoldenSample sample : GoldenSample.all(topic.topicName())) {
                bus.send(Bus.record(sample, sent++ % 6));
            }
        }
        start(group);

        int all = sent;
        await().atMost(SOON).until(() -> count("received") == all);
        assertEquals(all, count("applied") + count("discarded"));
        // One erasure is told three times, by the ledger and by the tombstones of both topics; and two raw records have
        // two
        // entries, which may come in any order here, for the samples stand on any partition.
        assertTrue(count("discarded") <= 4, "discarded " + count("discarded"));
        assertEquals("0", test.one("SELECT count(*) FROM rejection WHERE reason = 'unreadable-record'"));
        assertEquals(
                List.of("4sxpzggyohv2ickvqokbfjbeid7p3nh7", "note-1", "note-2"),
                test.all("SELECT id FROM post ORDER BY id"));
        assertEquals("1", test.one("SELECT count(*) FROM rejection"));
    }

    @Test
    void storesEachRecordOnceHoweverOftenItIsDelivered() throws Exception {
        for (int i = 0; i < 200; i++)
            bus.enriched(bus.raw("p" + i), Event.of("p" + i).title("Post " + i));
        Loop first = start(group);
        await().atMost(SOON).until(() -> count("received") == 400);
        assertTrue(first.stop(SOON));
        List<String> before = rows();

        test.run("UPDATE consumed SET next_offset = 0");
        start(group);

        await().atMost(SOON).until(() -> count("received") == 800);
        assertEquals(before, rows());
        assertEquals(400, count("applied"));
        assertEquals(400, count("discarded"));
    }

    @Test
    void readsOnFromTheDatabaseWhateverKafkaBelieves() throws Exception {
        bus.enriched(bus.raw("p1"), Event.of("p1"));
        Loop first = start(group);
        await().atMost(SOON).until(() -> count("received") == 2);
        first.stop(SOON);
        bus.enriched(bus.raw("p2"), Event.of("p2"));

        start("another-" + group);

        await().atMost(SOON).until(() -> count("received") == 4);
        assertEquals(0, count("discarded"));
        assertEquals("2", test.one("SELECT count(*) FROM post"));
    }

    @Test
    void storesOnceWhenTwoReadTheSamePartitions() throws Exception {
        start(group);
        start("other-" + group);
        for (int i = 0; i < 300; i++)
            bus.enriched(bus.raw("p" + i), Event.of("p" + i).title("Post " + i));

        await().atMost(SOON)
                .until(() -> test.one("SELECT count(*) FROM receipt").equals("300"));
        await().atMost(SOON)
                .until(() -> test.one("SELECT sum(next_offset) FROM consumed").equals("600"));

        assertEquals(
                "300 300 300",
                test.one("SELECT count(*)||' '||sum(revision)||' '||(SELECT max(number) FROM change) FROM post"));
        assertEquals(600, count("applied"), "what the slower one read was rolled back");
        assertEquals(0, count("discarded"));
    }

    @Test
    void goesOnAfterTheDatabaseWasAway() throws Exception {
        bus.enriched(bus.raw("p1"), Event.of("p1"));
        Loop loop = start(group);
        await().atMost(SOON).until(() -> count("received") == 2);
        Database.shared().kill();
        bus.enriched(bus.raw("p2"), Event.of("p2"));
        await().atMost(SOON).until(() -> loop.state() instanceof Loop.State.Retrying);

        Database.shared().start();

        await().atMost(SOON).until(() -> count("received") == 4);
        assertEquals("2", test.one("SELECT count(*) FROM post"));
    }

    @Test
    void goesOnAfterTheBrokerWasKilled() throws Exception {
        bus.enriched(bus.raw("p1"), Event.of("p1"));
        start(group);
        await().atMost(SOON).until(() -> count("received") == 2);

        Broker.shared().kill();
        Broker.shared().start();
        bus.enriched(bus.raw("p2"), Event.of("p2"));

        await().atMost(SOON).until(() -> count("received") == 4);
        assertEquals("2", test.one("SELECT count(*) FROM post"));
        assertEquals(0, count("discarded"));
    }

    @Test
    void storesARecordThatBreaksItsContractAndGoesOn() throws Exception {
        RecordMetadata raw = bus.raw("p");
        bus.send(new ProducerRecord<>(
                Topic.ENRICHED.topicName(), raw.partition(), "p", new byte[] {'{', 0, (byte) 0xFF}));
        bus.enriched(bus.raw("p"), Event.of("p"));
        start(group);

        await().atMost(SOON).until(() -> count("received") == 3);

        assertEquals(
                "unreadable-record posts.enriched.v1 3",
                test.one("SELECT reason||' '||topic||' '||bytes FROM rejection"));
        assertEquals("1", test.one("SELECT count(*) FROM post"));
    }

    @Test
    void knowsTheLagAndTheTimeFromEndToEnd() throws Exception {
        start(group);
        bus.enriched(bus.raw("p"), Event.of("p"));

        await().atMost(SOON).until(() -> count("received") == 2);

        assertEquals(1, registry.get("postwire.end.to.end").timer().count());
        await().atMost(SOON)
                .until(() -> registry.get("postwire.query.lag")
                                .tag("topic", Topic.ENRICHED.topicName())
                                .gauge()
                                .value()
                        == 0);
    }

    @Test
    void stopsWhileIdle() {
        Loop loop = start(group);
        await().atMost(SOON)
                .until(() -> count("assigned") == 0 && !rowsOf("consumed").equals("0"));

        assertTrue(loop.stop(SOON));

        assertInstanceOf(Loop.State.Stopped.class, loop.state());
    }

    @Test
    void stopsWhileWorkingWithNothingHalfDone() throws Exception {
        for (int i = 0; i < 500; i++) bus.enriched(bus.raw("p" + i), Event.of("p" + i));
        Loop loop = start(group);
        await().atMost(SOON).until(() -> count("received") > 0);

        assertTrue(loop.stop(SOON));

        assertInstanceOf(Loop.State.Stopped.class, loop.state());
        assertEquals(count("received"), Double.parseDouble(test.one("SELECT sum(next_offset) FROM consumed")));
        assertEquals(
                count("received"),
                Double.parseDouble(test.one("SELECT (SELECT count(*) FROM post) + (SELECT count(*) FROM receipt)")));
    }

    @Test
    void stopsTwiceAndBeforeItEverRan() {
        Loop never = new Loop("never", work(group), PATIENCE);
        assertTrue(never.stop(SOON));
        Loop loop = start(group);

        assertTrue(loop.stop(SOON));
        assertTrue(loop.stop(SOON));
    }

    @Test
    void failsForGoodWhenWhatItNeedsStaysAway() {
        AtomicInteger tries = new AtomicInteger();
        StoreWork work = new StoreWork(
                () -> Bus.consumer(group),
                () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("no schema");
                },
                test.store(),
                new Meter(registry),
                Tracing.none());
        Loop loop = new Loop("store", work, Duration.ofMillis(300));
        loop.start();

        await().atMost(SOON).until(() -> loop.state() instanceof Loop.State.Failed);

        assertTrue(tries.get() > 1);
    }

    private Loop start(String name) {
        Loop loop = new Loop("store", work(name), PATIENCE);
        loops.add(loop);
        loop.start();
        return loop;
    }

    private StoreWork work(String name) {
        return new StoreWork(() -> Bus.consumer(name), () -> {}, test.store(), new Meter(registry), Tracing.none());
    }

    private double count(String what) {
        return registry.find("postwire.query." + what).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private String rowsOf(String table) throws Exception {
        return test.one("SELECT count(*) FROM " + table);
    }

    private List<String> rows() throws Exception {
        List<String> all = new ArrayList<>(test.all("SELECT t::text FROM post t ORDER BY id"));
        all.addAll(test.all("SELECT t::text FROM receipt t ORDER BY 1"));
        all.addAll(test.all("SELECT t::text FROM change t ORDER BY 1"));
        return all;
    }
}
