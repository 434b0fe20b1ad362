package dev.postwire.endtoend;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Breaks a stand's topics and tables by hand, past all services. */
final class Damage implements AutoCloseable {
    private final Stand stand;
    private final Connection database;
    private final KafkaProducer<String, byte[]> producer;

    Damage(Stand stand) throws Exception {
        this.stand = stand;
        database = DriverManager.getConnection(stand.jdbcUrl(), "postwire", stand.password());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stand.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void sql(String statement) throws SQLException {
        try (Statement change = database.createStatement()) {
            if (change.executeUpdate(statement) != 1) throw new IllegalStateException("not one row: " + statement);
        }
    }

    /** The newest enriched record of that id once more, as a producer without transactions would after a retry. */
    void publishAgain(String id) throws Exception {
        List<ConsumerRecord<String, byte[]>> records = new Subscriber(stand).of("posts.enriched.v1", id);
        ConsumerRecord<String, byte[]> last = records.get(records.size() - 1);
        producer.send(new ProducerRecord<>(last.topic(), last.partition(), id, last.value(), last.headers()))
                .get();
    }

    /** The newest enriched record of that id to a topic of its own, which no route leads to. */
    void publishElsewhere(String id, String topic) throws Exception {
        List<ConsumerRecord<String, byte[]>> records = new Subscriber(stand).of("posts.enriched.v1", id);
        ConsumerRecord<String, byte[]> last = records.get(records.size() - 1);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stand.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, last.partition() + 1, (short) 1)))
                    .all()
                    .get();
        }
        producer.send(new ProducerRecord<>(topic, last.partition(), id, last.value(), last.headers()))
                .get();
    }

    @Override
    public void close() throws SQLException {
        producer.close();
        database.close();
    }
}
