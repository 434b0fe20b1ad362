package dev.postwire.local.erase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class HoldersTest {
    private static final String ROUTE = "posts.enriched.de.v1";

    private final Holders holders = new Holders("reenrich");

    private static ConsumerRecord<String, byte[]> record(String topic, String key, String value) {
        return new ConsumerRecord<>(topic, 3, 0, key, value == null ? null : value.getBytes(UTF_8));
    }

    private static ConsumerRecord<String, byte[]> document(String topic) {
        ConsumerRecord<String, byte[]> record = record(topic, "reenrich", "{}");
        record.headers().add("ce_type", "dev.postwire.post.enriched.v1".getBytes(UTF_8));
        return record;
    }

    @Test
    void takesWhatADeletionEmptiesAndWhereDocumentsArePublished() {
        for (String topic : Set.of("posts.raw.v1", "posts.rejected.v1")) holders.take(record(topic, "reenrich", "x"));
        holders.take(document(ROUTE));

        assertEquals(
                Set.of(
                        new TopicPartition("posts.raw.v1", 3),
                        new TopicPartition("posts.rejected.v1", 3),
                        new TopicPartition(ROUTE, 3)),
                holders.all());
    }

    @Test
    void leavesAloneWhatIsUnderTheSameKeyAndIsNoPost() {
        for (String topic : Set.of(
                "posts.ledger.v1",
                "posts.redrive.v1",
                "posts.reenrich.v1",
                "posts.model.v1",
                "postwire.keys.v1",
                "orders")) {
            holders.take(record(topic, "reenrich", "{\"letter\":1}"));
        }
        holders.take(record("posts.raw.v1", "other", "x"));

        assertEquals(Set.of(), holders.all());
    }

    @Test
    void namesRoutesWhereNoTombstoneFollowed() {
        holders.take(record("posts.raw.v1", "reenrich", "x"));
        holders.take(document(ROUTE));
        holders.take(document("posts.enriched.former.v1"));
        holders.take(record(ROUTE, "reenrich", null));

        assertEquals(Set.of(new TopicPartition("posts.enriched.former.v1", 3)), holders.leftBehind());
    }
}
