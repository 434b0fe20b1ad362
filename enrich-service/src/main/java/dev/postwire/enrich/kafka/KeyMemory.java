package dev.postwire.enrich.kafka;

import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.kafka.LedgerEntry.Idempotency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which idempotency keys were used in one partition, and for what: each for 24 hours at the least, or until 250,000 later ones came,
 * in 16 bytes a key. Two generations: the younger takes what is new; when it is a day old or full, the older is forgotten and it
 * takes its place. Of key and content 64 bits of the SHA-256 are kept each. Used by one thread.
 */
final class KeyMemory {
    /** How long a key is remembered at the least. */
    static final Duration KEPT = Duration.ofHours(24);

    /** 8 MB a generation, whatever callers do. */
    static final int MOST_IN_A_GENERATION = 250_000;

    private Generation young = new Generation(Instant.EPOCH);
    private Generation old = young;

    /**
     * What a key was used for.
     *
     * @param published whether it led to a document; false where the submission was rejected
     */
    record Use(long content, boolean published) {
        /** Whether it was for the same content. */
        boolean isFor(Idempotency submission) {
            return content == contentOf(submission);
        }
    }

    /** Keys are one post's: the same key under another id is another one. */
    Optional<Use> find(String postId, String eventId) {
        long key = key(postId, eventId);
        Optional<Use> found = young.find(key);
        return found.isPresent() ? found : old.find(key);
    }

    /** @param at when it was accounted for, which sets how long it is remembered */
    void put(String postId, Idempotency submission, boolean published, Instant at) {
        if (young.size >= MOST_IN_A_GENERATION || at.isAfter(young.since.plus(KEPT))) {
            old = young;
            young = new Generation(at);
        }
        young.put(key(postId, submission.eventId()), contentOf(submission), published);
    }

    int size() {
        return young == old ? young.size : young.size + old.size;
    }

    private static long key(String postId, String eventId) {
        long key = first64(Sha256.hex((postId + '\n' + eventId).getBytes(StandardCharsets.UTF_8)));
        return key == Generation.EMPTY ? 1 : key;
    }

    /** The lowest bit is not the content's: it says whether it was published. */
    private static long contentOf(Idempotency submission) {
        return first64(submission.fingerprint()) & ~1L;
    }

    private static long first64(String hex) {
        return HexFormat.fromHexDigitsToLong(hex, 0, 16);
    }

    /** A hash table of pairs of longs with linear probing, from which nothing is removed. */
    private static final class Generation {
        private static final long EMPTY = 0;
        private static final int FIELDS = 2;
        private static final double FULLEST = 0.6;

        private final Instant since;
        private long[] table = new long[16 * FIELDS];
        private int size;

        Generation(Instant since) {
            this.since = since;
        }

        Optional<Use> find(long key) {
            int at = slot(key);
            if (table[at] == EMPTY) return Optional.empty();
            return Optional.of(new Use(table[at + 1] & ~1L, (table[at + 1] & 1) == 1));
        }

        void put(long key, long content, boolean published) {
            if (size >= table.length / FIELDS * FULLEST) grow();
            int at = slot(key);
            if (table[at] == EMPTY) size++;
            table[at] = key;
            table[at + 1] = content | (published ? 1 : 0);
        }

        private int slot(long key) {
            int slots = table.length / FIELDS;
            int slot = (int) (key & (slots - 1));
            while (table[slot * FIELDS] != EMPTY && table[slot * FIELDS] != key) slot = (slot + 1) % slots;
            return slot * FIELDS;
        }

        private void grow() {
            long[] before = table;
            table = new long[before.length * 2];
            for (int at = 0; at < before.length; at += FIELDS) {
                if (before[at] != EMPTY) System.arraycopy(before, at, table, slot(before[at]), FIELDS);
            }
        }
    }
}
