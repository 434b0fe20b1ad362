package dev.postwire.enrich.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.Outcome.Rejected;
import dev.postwire.enrich.post.Reason;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;
import org.junit.jupiter.api.Test;

/** Nothing of ours writes raw records of such sizes, but others may; and one that stays stops its partition for ever. */
class ResultsTest {
    private static final Rejected REJECTED = new Rejected(Reason.NOT_TEXT, "these bytes are no text");

    @Test
    void theLargestRawRecordFitsAsADeadLetterWithItsReason() {
        byte[] largest = new byte[Topic.MAX_RECORD_BYTES];

        ProducerRecord<String, byte[]> letter = Results.rejected(raw(largest), REJECTED, 1);

        assertSame(largest, letter.value());
        int bytes = AbstractRecords.estimateSizeInBytesUpperBound(
                RecordBatch.CURRENT_MAGIC_VALUE,
                CompressionType.NONE,
                letter.key().getBytes(),
                letter.value(),
                letter.headers().toArray());
        assertTrue(bytes <= Topic.MAX_DEAD_LETTER_BYTES, bytes + " bytes");
    }

    @Test
    void whatWasLargerBeforeItWasCompressedIsCutAndSaysSo() {
        byte[] larger = new byte[Topic.MAX_RECORD_BYTES + 1_000];
        larger[Topic.MAX_RECORD_BYTES - 1] = 7;

        ProducerRecord<String, byte[]> letter = Results.rejected(raw(larger), REJECTED, 1);

        assertArrayEquals(Arrays.copyOf(larger, Topic.MAX_RECORD_BYTES), letter.value());
        assertEquals(
                "these bytes are no text; of its 16778216 bytes only the first 16777216 are kept here",
                EventHeaders.find(letter.headers(), EventHeaders.DETAIL).orElseThrow());
    }

    private static ConsumerRecord<String, byte[]> raw(byte[] value) {
        return new ConsumerRecord<>(Topic.RAW.topicName(), 0, 7, "large", value);
    }
}
