package dev.postwire.platform.kafka;

import java.time.Duration;
import java.util.Map;

/**
 * The topics, with the settings they are created with. All that are about posts have the same number of partitions, and every record
 * that follows from a raw record goes to the partition of the same number: so one worker alone writes each partition.
 */
public enum Topic {
    /** The exact bytes as posted: a replayable archive, from which an erased post's bytes leave by compaction. */
    RAW(
            "posts.raw.v1",
            Map.of(
                    "cleanup.policy", "compact",
                    "min.compaction.lag.ms", millis(Duration.ofHours(6)),
                    "max.compaction.lag.ms", millis(Duration.ofHours(24)),
                    // Else an enricher that was away for two days would never hear of an erasure.
                    "delete.retention.ms", millis(Duration.ofDays(Topic.ERASURES_KEPT_DAYS)),
                    "max.message.bytes", String.valueOf(Topic.MAX_RECORD_BYTES))),
    /** One document for each post; a new subscriber reads the whole state, then follows. */
    ENRICHED(
            "posts.enriched.v1",
            Map.of(
                    "cleanup.policy", "compact",
                    "max.compaction.lag.ms", millis(Duration.ofHours(24)),
                    "delete.retention.ms", millis(Duration.ofDays(Topic.ERASURES_KEPT_DAYS)),
                    "max.message.bytes", String.valueOf(Topic.MAX_RECORD_BYTES))),
    /**
     * Dead letters with their bytes unchanged, for 30 days. Compacted as well, for the erasures: of the dead letters of one id the
     * bytes of the newest are kept, the only ones that could still be put through again.
     */
    REJECTED(
            "posts.rejected.v1",
            Map.of(
                    "cleanup.policy", "compact,delete",
                    "max.compaction.lag.ms", millis(Duration.ofHours(24)),
                    "retention.ms", millis(Duration.ofDays(30)),
                    "max.message.bytes", String.valueOf(Topic.MAX_DEAD_LETTER_BYTES))),
    /** What became of each raw record: the enrichers' memory and the source of receipts. */
    LEDGER(
            "posts.ledger.v1",
            Map.of(
                    "cleanup.policy", "compact",
                    "min.compaction.lag.ms", millis(Duration.ofDays(7)),
                    "max.message.bytes", String.valueOf(Topic.MAX_RECORD_BYTES))),
    /** What was learned of the authors' tags: a manifest and the parts it names, replaced together in one transaction. */
    MODEL(
            "posts.model.v1",
            Map.of(
                    "cleanup.policy", "compact",
                    "max.compaction.lag.ms", millis(Duration.ofHours(24)),
                    "max.message.bytes", String.valueOf(Topic.MAX_RECORD_BYTES))),
    /** Requests to put dead letters through again. Each names one; none holds a byte of a post. */
    REDRIVE("posts.redrive.v1", Map.of("cleanup.policy", "delete", "retention.ms", millis(Duration.ofDays(7)))),
    /** The request to enrich anew what the raw topic holds: the last one counts. */
    REENRICH("posts.reenrich.v1", Map.of("cleanup.policy", "compact")),
    /** Who may call the services: keys without their secrets, revoked ones too. */
    KEYS("postwire.keys.v1", Map.of("cleanup.policy", "compact"));

    /** Largest record any topic takes: a post of the largest size, enriched (one content in three forms), with headers. */
    public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

    /** A dead letter is its raw record, which may have the largest size, and the reason beside it. */
    public static final int MAX_DEAD_LETTER_BYTES = MAX_RECORD_BYTES + 256 * 1024;

    /** How long it can be read at the least that a post is to be, or was, erased: who comes again sooner misses no erasure. */
    public static final int ERASURES_KEPT_DAYS = 30;

    private final String topicName;
    private final Map<String, String> settings;

    Topic(String topicName, Map<String, String> settings) {
        this.topicName = topicName;
        this.settings = settings;
    }

    public String topicName() {
        return topicName;
    }

    public Map<String, String> settings() {
        return settings;
    }

    /**
     * How many partitions it is created with.
     *
     * @param usual what the operator has for the topics of posts
     */
    public int partitions(int usual) {
        // A model is one thing, and so are the ring of keys and the request that holds for all: read whole and in
        // order.
        return this == MODEL || this == KEYS || this == REENRICH ? 1 : usual;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
