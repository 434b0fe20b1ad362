package dev.postwire.local.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postwire.local.part.FreePorts;
import dev.postwire.local.part.PartProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPartIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "kept";

    @TempDir
    Path folder;

    private KafkaPart part;
    private PartProcess running;

    @BeforeEach
    void start() {
        part = new KafkaPart(
                folder.resolve("kafka"),
                folder.resolve("logs/kafka.log"),
                FreePorts.free("kafka"),
                FreePorts.free("kafka-controller"));
        restart();
    }

    @AfterEach
    void stop() {
        running.stop();
    }

    private void restart() {
        running = PartProcess.start(part);
        running.awaitReady(PATIENCE);
    }

    @Test
    void comesBackWithItsRecordsAfterAKill() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        sendInOneTransaction("one", "two");

        running.kill();
        restart();

        sendInOneTransaction("three");
        assertEquals(List.of("one", "two", "three"), readCommitted(3));
    }

    @Test
    void createsNoTopicByUse() {
        try (Admin admin = admin()) {
            ExecutionException refused =
                    assertThrows(ExecutionException.class, () -> admin.describeTopics(List.of("never-created"))
                            .allTopicNames()
                            .get());
            assertInstanceOf(UnknownTopicOrPartitionException.class, refused.getCause());
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", part.bootstrapServers()));
    }

    private void sendInOneTransaction(String... values) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", part.bootstrapServers(), "acks", "all", "transactional.id", "test");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String value : values) {
                producer.send(new ProducerRecord<>(TOPIC, value));
            }
            producer.commitTransaction();
        }
    }

    private List<String> readCommitted(int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", part.bootstrapServers(), "isolation.level", "read_committed");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
            }
        }
        return values;
    }
}
