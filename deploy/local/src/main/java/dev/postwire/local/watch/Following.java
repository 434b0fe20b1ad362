package dev.postwire.local.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postwire.local.call.Screen;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints what is committed on the topic, as it comes. Belongs to no group, so it takes nothing from other subscribers and leaves
 * nothing at the broker. The thread that runs it owns the consumer; {@link #stop()} may be called from any other, and twice.
 */
final class Following {
    static final String TOPIC = "posts.enriched.v1";

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SEARCH = Duration.ofSeconds(10);
    private static final int FETCH_BYTES = 4 * 1024 * 1024;

    private final KafkaConsumer<String, String> consumer;
    private final Filter filter;
    private final Optional<Line> line;
    private final PrintStream out;
    private volatile boolean stopping;

    /**
     * @param operator where the broker is, and what opens it
     * @param line how a post is told; empty: as its document
     */
    Following(Map<String, Object> operator, Filter filter, Optional<Line> line, PrintStream out) {
        Map<String, Object> settings = new HashMap<>(operator);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("fetch.max.bytes", FETCH_BYTES);
        settings.put("max.poll.records", 100);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        this.filter = filter;
        this.line = line;
        this.out = out;
    }

    /** Until it is stopped, or whoever reads the output is gone. */
    void run(boolean fromStart) {
        try (consumer) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(TOPIC, SEARCH)
                    .forEach(info -> partitions.add(new TopicPartition(TOPIC, info.partition())));
            consumer.assign(partitions);
            if (fromStart) consumer.seekToBeginning(partitions);
            else consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position); // from now on, not from the first poll on
            Screen.err().println("watching " + TOPIC + ", Ctrl-C ends it");
            while (!stopping && !out.checkError()) consumer.poll(POLL).forEach(this::show);
        } catch (WakeupException e) {
            if (!stopping) throw e;
        }
    }

    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    private void show(ConsumerRecord<String, String> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        if (record.value() == null) {
            if (filter.showsErasure(record.key())) {
                out.println(line.map(form -> form.erasure(at, record.key()))
                        .orElseGet(() -> Line.erasedDocument(record.key())));
            }
            return;
        }
        List<String> tags = texts(record, "postwire-tag");
        String language =
                texts(record, "postwire-language").stream().findFirst().orElse("");
        if (!filter.showsPost(record.key(), tags, language)) return;
        out.println(line.map(form -> form.post(at, record.key(), tags, Line.read(record.value())))
                .orElseGet(() -> Line.document(record.value())));
    }

    private static List<String> texts(ConsumerRecord<?, ?> record, String name) {
        List<String> texts = new ArrayList<>();
        for (Header header : record.headers().headers(name)) texts.add(new String(header.value(), UTF_8));
        return texts;
    }
}
