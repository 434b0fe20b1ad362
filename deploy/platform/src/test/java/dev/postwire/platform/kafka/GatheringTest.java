package dev.postwire.platform.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static final TopicPartition PARTITION = new TopicPartition("posts", 0);
    /** Never over within a test. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void assign() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    private void comes(long offset) {
        consumer.addRecord(new ConsumerRecord<>("posts", 0, offset, "key", "value"));
    }

    private static List<Long> offsets(ConsumerRecords<String, String> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(ConsumerRecord::offset)
                .toList();
    }

    @Test
    void keepsARecordThatComesAloneWaitingForNothing() {
        Gathering<String, String> gathering = new Gathering<>(Duration.ofNanos(1), 10);
        comes(0);

        assertEquals(
                List.of(0L), offsets(gathering.poll(consumer, Duration.ZERO).get()));
    }

    @Test
    void givesNothingWhereNothingComes() {
        assertTrue(new Gathering<String, String>(LONG, 10)
                .poll(consumer, Duration.ZERO)
                .get()
                .isEmpty());
    }

    @Test
    void takesWhatComesDuringTheRestAsIfOnePollHadGivenIt() {
        Gathering<String, String> gathering = new Gathering<>(LONG, 3);
        gathering.rest();
        for (long offset = 0; offset < 3; offset++) {
            long next = offset;
            consumer.schedulePollTask(() -> comes(next));
        }

        ConsumerRecords<String, String> records =
                gathering.poll(consumer, Duration.ZERO).get();

        assertEquals(List.of(0L, 1L, 2L), offsets(records));
        assertEquals(3, records.nextOffsets().get(PARTITION).offset());
    }

    @Test
    void givesUpWhatItHasWherePartitionsComeOrGoBetweenTwoPolls() {
        Gathering<String, String> gathering = new Gathering<>(LONG, 3);
        gathering.rest();
        consumer.schedulePollTask(() -> comes(0));
        consumer.schedulePollTask(gathering::reassigned);

        assertTrue(gathering.poll(consumer, Duration.ZERO).isEmpty());
    }

    @Test
    void keepsWhatComesWithTheFirstPollAfterPartitionsCameOrWent() {
        Gathering<String, String> gathering = new Gathering<>(LONG, 1);
        gathering.rest();
        gathering.reassigned();
        comes(0);

        assertEquals(
                List.of(0L), offsets(gathering.poll(consumer, Duration.ZERO).get()));
    }
}
