package dev.postwire.local.erase;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * The partitions that hold a post: of the topics that its deletion empties, and of any other that documents were published to, as
 * routes are. What else is under the same key is left alone: the ledger, which has hashes and places of what was submitted and must
 * keep them for retries; requests to redrive, which have places too; and what is no post, be it ours or another's. For one thread.
 */
final class Holders {
    private static final Set<String> EMPTIED = Set.of("posts.raw.v1", "posts.enriched.v1", "posts.rejected.v1");
    private static final Set<String> OTHERWISE_KEYED =
            Set.of("posts.ledger.v1", "posts.redrive.v1", "posts.reenrich.v1", "posts.model.v1", "postwire.keys.v1");
    private static final String DOCUMENT = "dev.postwire.post.enriched.v1";

    private final String id;
    /** Whether the last record there is more than a tombstone. */
    private final Map<TopicPartition, Boolean> stands = new HashMap<>();

    Holders(String id) {
        this.id = id;
    }

    /** Hears records in the order of each partition; true for one with bytes of the post. */
    boolean take(ConsumerRecord<String, byte[]> record) {
        if (!id.equals(record.key()) || OTHERWISE_KEYED.contains(record.topic())) return false;
        TopicPartition place = new TopicPartition(record.topic(), record.partition());
        if (record.value() == null) {
            stands.replace(place, false);
            return false;
        }
        if (!EMPTIED.contains(record.topic()) && !isDocument(record)) return false;
        stands.put(place, true);
        return true;
    }

    private static boolean isDocument(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type != null
                && type.value() != null
                && DOCUMENT.equals(new String(type.value(), StandardCharsets.UTF_8));
    }

    Set<TopicPartition> all() {
        return Set.copyOf(stands.keySet());
    }

    /** Those where nobody writes a tombstone after a deletion, as a topic that was a route once. */
    Set<TopicPartition> leftBehind() {
        return stands.entrySet().stream()
                .filter(place ->
                        place.getValue() && !EMPTIED.contains(place.getKey().topic()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
