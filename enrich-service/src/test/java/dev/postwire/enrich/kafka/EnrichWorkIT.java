package dev.postwire.enrich.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Loop;
import dev.postwire.platform.kafka.Loops;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.testing.Broker;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workers that come, go and lose their broker, beside those of the service under test. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class EnrichWorkIT {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String run = UUID.randomUUID().toString();

    @Inject
    EnrichLoops service;

    @Inject
    Loops loops;

    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus();
    }

    @AfterEach
    void disconnect() {
        bus.close();
    }

    @Test
    void stopsWhileIdle() {
        Loop loop = worker("idle");
        await().atMost(SOON).until(() -> loop.state() instanceof Loop.State.Running);

        assertTrue(loop.stop(SOON));
        assertInstanceOf(Loop.State.Stopped.class, loop.state());
    }

    @Test
    void stopsTwiceAndBeforeItsFirstStep() {
        Loop loop = worker("twice");

        assertTrue(loop.stop(SOON));
        assertTrue(loop.stop(SOON));
    }

    @Test
    void losesAndRepeatsNothingWhenWorkersComeAndGoWhileWorking() throws Exception {
        for (int round = 0; round < 4; round++) {
            Loop loop = worker("round-" + round);
            submit(round * 100, 100);
            assertTrue(loop.stop(SOON), "stopped while working");
        }

        assertEachOnce(400);
    }

    @Test
    void losesAndRepeatsNothingWhenTheBrokerIsKilled() throws Exception {
        submit(0, 200);
        Broker.shared().kill();
        Broker.shared().start();
        submit(200, 200);

        assertEachOnce(400);
        assertTrue(loops.all().noneMatch(loop -> loop.state() instanceof Loop.State.Failed));
    }

    @Test
    void makesOnePostOfEachRetriedKeyWhileWorkersComeAndGo() throws Exception {
        retry(200, false);
    }

    @Test
    @Tag("soak")
    void makesOnePostOfEachOf1000RetriedKeysThoughTheBrokerDies() throws Exception {
        retry(1_000, true);
    }

    /** As clients do whose calls timed out: each key is sent again, in no order. */
    private void retry(int keys, boolean killsBroker) throws Exception {
        for (int round = 0; round < 3; round++) {
            Loop loop = worker("keyed-" + round);
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, keys).boxed().toList());
            Collections.shuffle(order, new Random(round));
            for (int i : order)
                bus.submitKeyedSoon(run + "." + i, run + "-key-" + i, ("Words of " + i).getBytes(UTF_8));
            if (round == 1 && killsBroker) {
                Broker.shared().kill();
                Broker.shared().start();
            }
            assertTrue(loop.stop(SOON));
        }

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> ours(Topic.LEDGER).size() >= 3 * keys);
        List<String> enriched = ours(Topic.ENRICHED);
        assertEquals(keys, enriched.size());
        assertEquals(keys, new HashSet<>(enriched).size());
        assertEquals(3 * keys, ours(Topic.LEDGER).size());
        System.out.printf("%d keys sent three times: %d posts%n", keys, enriched.size());
    }

    @Test
    @Tag("soak")
    void stallsNoPartitionForMoreThan5SecondsInARollingRestart() throws Exception {
        Map<String, List<Loop>> instances = new HashMap<>();
        List<String> names = List.of("one", "two");
        names.forEach(name -> instances.put(name, instance(name)));
        ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger count = new AtomicInteger();
        publisher.scheduleAtFixedRate(
                () -> bus.submitSoon(run + "." + count.incrementAndGet(), "Words.".getBytes(UTF_8)),
                0,
                10,
                TimeUnit.MILLISECONDS);
        for (int round = 0; round < 4; round++) {
            String name = names.get(round % names.size());
            pass(Duration.ofSeconds(6));
            instances.get(name).parallelStream().forEach(loop -> assertTrue(loop.stop(SOON)));
            // What a service takes to start again.
            pass(Duration.ofSeconds(4));
            instances.put(name, instance(name));
        }
        pass(Duration.ofSeconds(6));
        publisher.shutdown();
        assertTrue(publisher.awaitTermination(10, TimeUnit.SECONDS));
        assertEachOnce(count.get());
        instances.values().forEach(loops -> loops.parallelStream().forEach(loop -> loop.stop(SOON)));

        Map<Integer, Long> longest = longestGaps();
        System.out.println("longest gap a partition in a rolling restart, ms: " + longest);
        assertEquals(6, longest.size());
        longest.forEach((partition, millis) -> assertTrue(millis < 5_000, "partition " + partition + ": " + millis));
    }

    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
    }

    /** Two workers under a lasting name. */
    private List<Loop> instance(String name) {
        KafkaClients clients =
                KafkaClients.of(Map.of("bootstrap.servers", Broker.shared().bootstrapServers()), name);
        List<Loop> workers = new ArrayList<>();
        for (String worker : List.of("worker-0", "worker-1")) {
            Loop loop = new Loop(name + "-" + worker, service.work(worker, clients), PATIENCE);
            loop.start();
            workers.add(loop);
        }
        return workers;
    }

    /** Between two ledger entries that follow each other on a partition. */
    private Map<Integer, Long> longestGaps() {
        Map<Integer, Long> last = new HashMap<>();
        Map<Integer, Long> longest = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> entry : bus.all(Topic.LEDGER)) {
            if (!entry.key().startsWith(run)) continue;
            Long before = last.put(entry.partition(), entry.timestamp());
            if (before != null) longest.merge(entry.partition(), entry.timestamp() - before, Math::max);
        }
        return longest;
    }

    private void submit(int from, int count) throws Exception {
        for (int i = from; i < from + count; i++) {
            bus.submit(run + "." + i, "text/plain", ("Words of post number " + i + ".").getBytes(UTF_8));
        }
    }

    private void assertEachOnce(int count) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> ours(Topic.LEDGER).size() >= count);
        List<String> enriched = ours(Topic.ENRICHED);
        Set<String> distinct = new HashSet<>(enriched);
        assertEquals(count, distinct.size());
        assertEquals(count, enriched.size());
        assertEquals(count, ours(Topic.LEDGER).size());
    }

    private List<String> ours(Topic topic) {
        return bus.all(topic).stream()
                .map(ConsumerRecord::key)
                .filter(key -> key.startsWith(run))
                .toList();
    }

    private Loop worker(String name) {
        Loop loop = new Loop(name, service.work(name), PATIENCE);
        loop.start();
        return loop;
    }
}
