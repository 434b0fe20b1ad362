package dev.postwire.enrich.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.kafka.RedriveJob.Done;
import dev.postwire.enrich.kafka.RedriveJob.Letter;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Loop;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.testing.Broker;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Dead letters put through again, on a real broker. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class RedriveIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** No text has such bytes, so it is rejected. */
    private static final byte[] GARBAGE = new byte[100];

    private static final byte[] WORDS = "Words that can be read by now.".getBytes(UTF_8);

    private final String run = UUID.randomUUID().toString();
    private final KafkaClients clients =
            KafkaClients.of(Map.of("bootstrap.servers", Broker.shared().bootstrapServers()), "redrive-it");
    private final RedriveJob job = new RedriveJob(clients, (done, all) -> {});

    @Inject
    EnrichLoops service;

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
    void publishesWhatCanBeReadByNowAtThePlaceItHad() throws Exception {
        String id = run + ".a";
        bus.submit(id, "text/plain", GARBAGE);
        plant(awaitLetters(1));

        Done done = job.run(ours());

        assertEquals(new Done(1, 0, 1, 0), done);
        ConsumerRecord<String, byte[]> enriched =
                bus.records(Topic.ENRICHED, id).get(0);
        List<LedgerEntry> ledger = ledger(id);
        assertEquals(
                ledger.get(0).partition() + "-" + ledger.get(0).offset(),
                EventHeaders.find(enriched.headers(), EventHeaders.ORIGIN).orElseThrow());
        assertEquals(LedgerEntry.Result.ENRICHED, ledger.get(1).outcome());
        assertEquals(ledger.get(0).offset(), ledger.get(1).offset(), "the receipt is the one that was given");
        assertEquals(2, ledger.get(1).attempt());
        assertEquals(new Done(1, 0, 0, 0), job.run(ours()), "a second time nothing is left to do");
        assertEquals(1, bus.records(Topic.ENRICHED, id).size());
    }

    /** Whoever may write to the topic may write what he likes; the worker must get past it. */
    @Test
    void passesRequestsThatNobodyCanCarryOut() throws Exception {
        String id = run + ".a";
        bus.submit(id, "text/plain", GARBAGE);
        List<ConsumerRecord<String, byte[]>> letters = awaitLetters(1);
        int partition = letters.get(0).partition();
        for (String request : List.of(
                "null",
                "{\"letter\":1000000,\"origin\":7,\"attempt\":1}",
                "{\"letter\":%d,\"origin\":7,\"attempt\":1}"
                        .formatted(letters.get(0).offset() + 20))) {
            bus.write(Topic.REDRIVE, partition, id, request.getBytes(UTF_8));
        }
        plant(letters);

        assertEquals(new Done(1, 0, 1, 0), job.run(ours()));
    }

    @Test
    void keepsTheHistoryOfWhatIsRejectedAgain() throws Exception {
        String id = run + ".a";
        bus.submit(id, "text/plain", GARBAGE);
        awaitLetters(1);

        assertEquals(new Done(1, 0, 0, 1), job.run(ours()));
        assertEquals(new Done(1, 0, 0, 1), job.run(ours()));

        List<ConsumerRecord<String, byte[]>> letters = bus.records(Topic.REJECTED, id);
        assertEquals(
                List.of("1", "2", "3"),
                letters.stream()
                        .map(letter -> EventHeaders.find(letter.headers(), EventHeaders.ATTEMPT)
                                .orElseThrow())
                        .toList());
        for (ConsumerRecord<String, byte[]> letter : letters) {
            assertArrayEquals(GARBAGE, letter.value());
            for (String name : List.of(EventHeaders.ORIGIN, EventHeaders.ID, EventHeaders.RECEIVED_AT)) {
                assertEquals(
                        EventHeaders.find(letters.get(0).headers(), name), EventHeaders.find(letter.headers(), name));
            }
        }
    }

    @Test
    void bringsNothingBackThatWasReplacedOrErased() throws Exception {
        String replaced = run + ".replaced";
        String erased = run + ".erased";
        for (String id : List.of(replaced, erased)) bus.submit(id, "text/plain", GARBAGE);
        List<ConsumerRecord<String, byte[]>> letters = awaitLetters(2);
        bus.submit(replaced, "text/plain", "A better version.".getBytes(UTF_8));
        bus.erase(erased);
        bus.submit(erased, "text/plain", GARBAGE);
        awaitLetters(3);
        plant(letters);

        Done done = job.run(ours().stream()
                .filter(letter -> letters.stream().anyMatch(old -> EventHeaders.find(old.headers(), EventHeaders.ORIGIN)
                        .orElseThrow()
                        .equals(letter.origin().toString())))
                .toList());

        assertEquals(2, done.leftAlone());
        assertEquals(1, bus.records(Topic.ENRICHED, replaced).size());
        assertEquals(
                List.of(),
                bus.records(Topic.ENRICHED, erased).stream()
                        .filter(record -> record.value() != null)
                        .toList());
    }

    @Test
    void redrives300OnceThoughTwoAskAndWorkersComeAndGo() throws Exception {
        redriveOnce(300, false);
    }

    @Test
    @Tag("soak")
    void redrives10000OnceThoughTwoAskAndWorkersAndBrokerDie() throws Exception {
        redriveOnce(10_000, true);
    }

    private void redriveOnce(int count, boolean killsBroker) throws Exception {
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) sent.add(bus.submitSoon(run + "." + i, GARBAGE));
        for (Future<?> one : sent) one.get();
        plant(awaitLetters(count));
        List<Letter> letters = ours();
        ExecutorService jobs = Executors.newFixedThreadPool(2);
        List<Future<Done>> runs = List.of(jobs.submit(() -> job.run(letters)), jobs.submit(() -> job.run(letters)));

        for (int round = 0; round < 2; round++) {
            Loop loop = new Loop("redrive-" + round, service.work("redrive-" + round), Duration.ofMinutes(2));
            loop.start();
            await().atMost(SOON).until(() -> loop.state() instanceof Loop.State.Running);
            assertTrue(loop.stop(SOON));
        }
        if (killsBroker) {
            Broker.shared().kill();
            Broker.shared().start();
        }
        for (Future<Done> one : runs) one.get();
        jobs.shutdown();
        job.run(letters);

        List<String> enriched = bus.all(Topic.ENRICHED).stream()
                .map(ConsumerRecord::key)
                .filter(key -> key.startsWith(run))
                .toList();
        assertEquals(count, new HashSet<>(enriched).size(), "each is published");
        assertEquals(count, enriched.size(), "none is published twice");
        assertEquals(2 * count, awaitLetters(2 * count).size(), "none was rejected again");
        System.out.printf("%d redriven by two jobs at once, %d duplicates%n", count, enriched.size() - count);
    }

    private List<Letter> ours() {
        return job.letters(letter -> letter.postId().startsWith(run));
    }

    private void plant(List<ConsumerRecord<String, byte[]>> letters) throws Exception {
        List<Future<?>> sent = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> letter : letters) sent.add(bus.plant(letter, WORDS));
        for (Future<?> one : sent) one.get();
    }

    private List<ConsumerRecord<String, byte[]>> awaitLetters(int count) {
        return await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> bus.all(Topic.REJECTED).stream()
                                .filter(letter -> letter.key().startsWith(run))
                                .toList(),
                        letters -> letters.size() >= count);
    }

    private List<LedgerEntry> ledger(String id) throws IOException {
        List<LedgerEntry> entries = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : bus.records(Topic.LEDGER, id)) {
            entries.add(Json.MAPPER.readValue(record.value(), LedgerEntry.class));
        }
        return entries;
    }
}
