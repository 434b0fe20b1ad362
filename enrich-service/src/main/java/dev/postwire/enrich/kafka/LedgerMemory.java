package dev.postwire.enrich.kafka;

import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.kafka.LedgerEntry.Current;
import dev.postwire.enrich.kafka.LedgerEntry.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the ledger says of one partition: which version of each post is published, or when it was erased, in 64 bytes a post;
 * which idempotency keys were used; and how often what was redriven has been tried. A hash table of longs with linear probing. Of an id 64 bits of its SHA-256 are kept, so two ids
 * share a place once in some 10^7 tables of a million posts; the worst that follows is that an unchanged post is published again.
 * Used by one thread.
 */
final class LedgerMemory {
    private static final int FIELDS = 8;
    private static final int FINGERPRINT_LONGS = 4;
    private static final int FIRST_SLOTS = 1 << 10;
    private static final double FULLEST = 0.7;
    private static final long EMPTY = 0;
    private static final int CONFIRMED = FIELDS - 1;
    private static final long UNKNOWN = 0;
    /** Stands for the fingerprint of what was erased: no SHA-256 that anybody has found. */
    private static final Current ERASED = new Current(0, "0".repeat(64), null, null);
    /** Redriven submissions whose attempts are remembered: one more is tried again if it is asked for twice. */
    private static final int MOST_REDRIVEN = 100_000;

    private final KeyMemory keys = new KeyMemory();
    private final Map<Long, Integer> attempts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > MOST_REDRIVEN;
        }
    };
    private long accounted = -1;
    private Instant accountedAt = Instant.MIN;
    private long[] table = new long[FIRST_SLOTS * FIELDS];
    private int size;

    /**
     * Takes in what became of a raw record, live or as it is read back: either way leads to the same memory.
     *
     * @param at when it was accounted for
     */
    void remember(String postId, LedgerEntry entry, Instant at) {
        if (entry.outcome() == Result.ERASED) putErased(postId, entry.offset());
        else if (entry.current() != null) put(postId, entry.current());
        else if (entry.erased() != null) putErased(postId, entry.erased());
        if (entry.idempotency() != null) {
            keys.put(postId, entry.idempotency(), entry.outcome() != Result.REJECTED, at);
        }
        // Live records come in their order, so one number says it of all, compacted entries included.
        if (entry.attempt() == null && entry.run() == null) {
            accounted = entry.offset();
            accountedAt = at;
        }
        if (entry.attempt() != null) attempts.put(entry.offset(), entry.attempt());
    }

    /** How often the submission at that raw offset has been tried, as far as is remembered. */
    int attempts(long offset) {
        return attempts.getOrDefault(offset, 1);
    }

    /**
     * Whether that raw record was accounted for: it comes again where the group's position was lost, or set back. A later record at
     * the same offset, as after a raw topic was cut off or made anew, is none of them.
     *
     * @param written the raw record's own time
     */
    boolean isAccounted(long offset, Instant written) {
        return offset <= accounted && !written.isAfter(accountedAt);
    }

    KeyMemory keys() {
        return keys;
    }

    /** The version that is published. */
    Optional<Current> find(String postId) {
        return stored(postId).filter(stored -> !isErasure(stored));
    }

    /** The raw offset of the erasure, where nothing was published since. */
    OptionalLong erased(String postId) {
        return stored(postId)
                .filter(LedgerMemory::isErasure)
                .map(stored -> OptionalLong.of(stored.offset()))
                .orElse(OptionalLong.empty());
    }

    private static boolean isErasure(Current stored) {
        return stored.fingerprint().equals(ERASED.fingerprint());
    }

    private Optional<Current> stored(String postId) {
        int at = slot(key(postId)) * FIELDS;
        if (table[at] == EMPTY) return Optional.empty();
        StringBuilder fingerprint = new StringBuilder();
        for (int i = 0; i < FINGERPRINT_LONGS; i++)
            fingerprint.append(HexFormat.of().toHexDigits(table[at + 2 + i]));
        long document = table[at + 2 + FINGERPRINT_LONGS];
        return Optional.of(new Current(
                table[at + 1],
                fingerprint.toString(),
                document == UNKNOWN ? null : HexFormat.of().toHexDigits(document),
                table[at + CONFIRMED] == UNKNOWN ? null : Long.valueOf(table[at + CONFIRMED])));
    }

    private void putErased(String postId, long offset) {
        put(postId, new Current(offset, ERASED.fingerprint(), null, null));
    }

    private void put(String postId, Current current) {
        if (size >= table.length / FIELDS * FULLEST) grow();
        long key = key(postId);
        int at = slot(key) * FIELDS;
        if (table[at] == EMPTY) size++;
        table[at] = key;
        table[at + 1] = current.offset();
        for (int i = 0; i < FINGERPRINT_LONGS; i++) table[at + 2 + i] = part(current.fingerprint(), i);
        table[at + 2 + FINGERPRINT_LONGS] = current.document() == null ? UNKNOWN : part(current.document(), 0);
        // Never 0: it is later than the offset.
        table[at + CONFIRMED] = current.confirmed() == null ? UNKNOWN : current.confirmed();
    }

    /** Of ids, erased ones included. */
    int size() {
        return size;
    }

    private int slot(long key) {
        int slots = table.length / FIELDS;
        int at = home(key);
        while (table[at * FIELDS] != EMPTY && table[at * FIELDS] != key) at = (at + 1) % slots;
        return at;
    }

    private int home(long key) {
        return (int) (key & (table.length / FIELDS - 1));
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (int at = 0; at < old.length; at += FIELDS) {
            if (old[at] != EMPTY) System.arraycopy(old, at, table, slot(old[at]) * FIELDS, FIELDS);
        }
    }

    private static long key(String postId) {
        long key = part(Sha256.hex(postId.getBytes(StandardCharsets.UTF_8)), 0);
        return key == EMPTY ? 1 : key;
    }

    private static long part(String hex, int index) {
        return HexFormat.fromHexDigitsToLong(hex, index * 16, index * 16 + 16);
    }
}
