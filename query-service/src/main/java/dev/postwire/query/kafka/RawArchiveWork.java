package dev.postwire.query.kafka;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.platform.kafka.Work;
import dev.postwire.query.kafka.RawArchive.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** Answers the questions of {@link RawArchive}. The consumer is made for the first one and kept while they come. */
final class RawArchiveWork implements Work {
    private static final Logger LOGGER = Logger.getLogger(RawArchiveWork.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration COME_BACK = Duration.ofSeconds(2);
    private static final String UNNAMED = "application/octet-stream";

    /** So that a loop at rest is seen to be alive. */
    private static final long REST_SECONDS = 1;

    /** A consumer nobody has asked for so many rests is closed. */
    private static final int RESTS_KEPT = 60;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final BlockingQueue<Asked> asked;
    private volatile Consumer<String, byte[]> consumer;
    private int rests;

    RawArchiveWork(Supplier<Consumer<String, byte[]>> consumers, BlockingQueue<Asked> asked) {
        this.consumers = consumers;
        this.asked = asked;
    }

    @Override
    public void open() {}

    @Override
    public boolean step() throws InterruptedException {
        Asked question = asked.poll(REST_SECONDS, TimeUnit.SECONDS);
        if (question == null) {
            if (consumer != null && ++rests > RESTS_KEPT) close();
            return true;
        }
        rests = 0;
        answer(question);
        return true;
    }

    /** A broker that is away fails the question and not the loop: who asks is told, and the next one tries anew. */
    private void answer(Asked question) {
        try {
            if (System.nanoTime() - question.since() > PATIENCE.toNanos()) throw away();
            question.answer().complete(read(question));
        } catch (WakeupException e) {
            question.answer().completeExceptionally(away());
            throw e;
        } catch (KafkaException | ProblemException e) {
            LOGGER.warnf("raw record cannot be read place=%s cause=%s", question.place(), e.toString());
            question.answer().completeExceptionally(away());
            close();
        }
    }

    private Optional<RawBytes> read(Asked question) {
        if (consumer == null) consumer = consumers.get();
        TopicPartition partition =
                new TopicPartition(Topic.RAW.topicName(), question.place().partition());
        long offset = question.place().offset();
        consumer.assign(List.of(partition));
        try {
            consumer.seek(partition, offset);
            long until = System.nanoTime() + PATIENCE.toNanos();
            for (long left = PATIENCE.toNanos(); left > 0; left = until - System.nanoTime()) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofNanos(left));
                if (!records.isEmpty()) return found(records.iterator().next(), question);
                // Past it without a record: it was the last, and is gone.
                if (consumer.position(partition) > offset) return Optional.empty();
            }
            throw away();
        } finally {
            // Or it would go on to fetch what comes after.
            consumer.unsubscribe();
        }
    }

    private static Optional<RawBytes> found(ConsumerRecord<String, byte[]> first, Asked question) {
        boolean it = first.offset() == question.place().offset()
                && question.id().equals(first.key())
                && first.value() != null;
        if (!it) return Optional.empty();
        String type =
                EventHeaders.find(first.headers(), EventHeaders.CONTENT_TYPE).orElse(UNNAMED);
        return Optional.of(new RawBytes(type, first.value()));
    }

    private static ProblemException away() {
        return Problem.retryable(
                        ProblemCode.BROKER_UNAVAILABLE, "The broker has the bytes, and does not answer.", COME_BACK)
                .exception();
    }

    @Override
    public void wakeup() {
        Consumer<String, byte[]> current = consumer;
        if (current != null) current.wakeup();
    }

    @Override
    public void close() {
        Consumer<String, byte[]> current = consumer;
        consumer = null;
        if (current == null) return;
        try {
            current.close();
        } catch (WakeupException e) {
            LOGGER.debugf("consumer woken while it closed");
        } catch (KafkaException e) {
            LOGGER.warnf("consumer did not close in order cause=%s", e.toString());
        }
    }
}
