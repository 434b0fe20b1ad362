package dev.postwire.platform.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The one place that makes Kafka clients, each setting with its reason. An operator's {@code kafka.*} keys (addresses, security)
 * come first; what the delivery promise rests on is set after them and cannot be undone by them.
 */
@ApplicationScoped
public class KafkaClients {
    private static final int MAX_REQUEST_BYTES = Topic.MAX_DEAD_LETTER_BYTES;
    private static final long METADATA_KEPT_MILLIS = Duration.ofDays(1).toMillis();
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LEAST_BATCH_BYTES = 16 * 1024;
    private static final int BATCHES = 64;

    private static final int LARGEST_FETCH_BYTES = 8 * 1024 * 1024;
    private static final int SIDE_FETCH_BYTES = 1024 * 1024;
    private static final String ENVIRONMENT_PREFIX = "KAFKA_";
    private static final String USUAL_ADDRESS = "127.0.0.1:9092";
    private static final int SIDE_POLL_RECORDS = 500;
    private static final int READER_POLL_RECORDS = 5_000;
    private static final int LONGEST_RECONNECT_MILLIS = 500;
    /** The shortest a broker allows unless told otherwise. */
    private static final int SESSION_MILLIS = 6_000;

    private static final int HEARTBEAT_MILLIS = 1_000;
    private static final int TRANSACTION_MILLIS = 6_000;
    private static final int DELIVERY_MILLIS = 15_000;

    private final Map<String, Object> operator;
    private final String instance;
    private final boolean lastingName;

    @Inject
    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> operator, KafkaConfig config) {
        this(operator, config.instance());
    }

    private KafkaClients(Map<String, Object> operator, Optional<String> lastingName) {
        this.operator = operator;
        this.lastingName = lastingName.isPresent();
        this.instance = lastingName.orElseGet(() -> UUID.randomUUID().toString());
    }

    /**
     * For a program that is no service.
     *
     * @param operator Kafka's own settings, such as addresses and security, without the prefix {@code kafka.}
     * @param name the program's lasting name: a later run fences an earlier one that is still under way
     */
    public static KafkaClients of(Map<String, Object> operator, String name) {
        return new KafkaClients(new HashMap<>(operator), Optional.of(name));
    }

    /**
     * As {@link #of}, with the operator's settings from the environment as a service maps them: {@code KAFKA_SASL_MECHANISM} is
     * {@code sasl.mechanism}.
     */
    public static KafkaClients ofEnvironment(Map<String, String> environment, String name) {
        Map<String, Object> settings =
                new HashMap<>(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, USUAL_ADDRESS));
        environment.forEach((variable, value) -> {
            if (variable.startsWith(ENVIRONMENT_PREFIX)) {
                String key = variable.substring(ENVIRONMENT_PREFIX.length()).toLowerCase(Locale.ROOT);
                settings.put(key.replace('_', '.'), value);
            }
        });
        return of(settings, name);
    }

    /**
     * A producer whose acknowledgement means the record is safe: all replicas in sync have it, and its own retries write it once.
     *
     * @param bufferBytes memory for records not yet sent; a full buffer blocks {@code send} for {@code blockMillis} at most
     * @param deliveryMillis after this long without an acknowledgement the send has failed
     */
    public KafkaProducer<String, byte[]> producer(long bufferBytes, int blockMillis, int deliveryMillis) {
        Map<String, Object> settings = producerSettings();
        // The caller's bounds: what may lie in memory, how long a call may wait, when a send has failed.
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, blockMillis);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryMillis);
        // Half the delivery time for one try, so that there is room for a second one.
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, deliveryMillis / 2);
        // Long enough that calls which come together share a request, short enough that nobody notices.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        // After a quiet hour the topic's partitions are known still: else the first send would wait, which the caller's
        // thread
        // should not have to.
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, METADATA_KEPT_MILLIS);
        // Two posts fill the default of 16 KiB, and five requests may be under way: small ones would be the bottleneck.
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, (int)
                Math.max(LEAST_BATCH_BYTES, Math.min(BATCH_BYTES, bufferBytes / BATCHES)));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** A transactional producer; whoever opens the same {@code name} on this instance later fences this one. */
    public KafkaProducer<String, byte[]> transactionalProducer(String name) {
        Map<String, Object> settings = producerSettings();
        // Of this instance alone: two that share a name would fence each other for ever.
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name + "-" + instance);
        // What a killed instance left open blocks all readers of the partition for so long. Only the sending and the
        // commit happen within a transaction; one that is too slow is aborted and made again.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        // Room for three tries within it.
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS / 3);
        // Beginning, adding offsets and committing block no longer than a delivery.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS);
        // The commit flushes; waiting to fill a batch would only add delay.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * A consumer in a group, which never commits by itself and never sees an open or aborted transaction.
     *
     * @param member names this consumer within this instance, e.g. {@code worker-0}
     */
    public KafkaConsumer<String, byte[]> consumer(String group, String member, int maxPollRecords) {
        Map<String, Object> settings = consumerSettings();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        // Tells in the broker's logs and quotas which worker of which instance it is.
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-" + instance + "-" + member);
        // Static membership: a restart within the session time-out gets its partitions back without a rebalance.
        if (lastingName) settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance + "-" + member);
        // A killed instance's partitions move after this long; heartbeats come from a thread of the client's own.
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        // A member hears of a rebalance by its next heartbeat, and a partition that moves waits for two of them.
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        // As many as one transaction is to hold; the caller knows how large its work is.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords);
        // Only the partitions that move stop; the others go on through a rebalance.
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer without a group, for reading named partitions from a named place. */
    public KafkaConsumer<String, byte[]> reader() {
        Map<String, Object> settings = consumerSettings();
        // Whole topics are read: fewer, fuller polls. The bytes of a fetch bound the memory.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, READER_POLL_RECORDS);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** As {@link #reader()}, for what a worker reads beside its own records: it holds little, for each worker has some. */
    public KafkaConsumer<String, byte[]> sideReader() {
        Map<String, Object> settings = consumerSettings();
        // Two of these a worker stay within some megabytes.
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, SIDE_FETCH_BYTES);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, SIDE_FETCH_BYTES);
        // What one step may take over from a poll, so that little is read in vain when the partition is lost.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, SIDE_POLL_RECORDS);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin() {
        return Admin.create(new HashMap<>(operator));
    }

    private Map<String, Object> producerSettings() {
        Map<String, Object> settings = new HashMap<>(operator);
        // An acknowledgement is a promise: all replicas in sync have it.
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // The client's own retries write nothing twice and nothing out of order.
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A record that its topic takes is not refused by the client; one that it doesn't, the broker refuses.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        // A reader's memory is bounded by the bytes it fetches, which holds only while they do not inflate on its side.
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        // A broker that restarts is met again at once, not after the default of up to a second.
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, LONGEST_RECONNECT_MILLIS);
        return settings;
    }

    private Map<String, Object> consumerSettings() {
        Map<String, Object> settings = new HashMap<>(operator);
        // What a transaction that failed left behind never was.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // A position moves with the work, never by the clock.
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A group that is new, or whose offsets were lost, reads all: repeating is harmless, missing is not.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Topics are made with our settings or not at all.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // As a producer.
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, LONGEST_RECONNECT_MILLIS);
        // What one poll may hold in memory, and one record if it is larger.
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, LARGEST_FETCH_BYTES);
        return settings;
    }
}
