package dev.postwire.enrich.kafka;

import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.kafka.LedgerEntry.Current;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which version of each post of one partition is published, in 48 bytes a post: a hash table of longs with linear probing. Of an
 * id 64 bits of its SHA-256 are kept, so two ids share a place once in some 10^7 tables of a million posts; the worst that follows
 * is that an unchanged post is published again. Used by one thread.
 */
final class LedgerMemory {
    private static final int FIELDS = 6;
    private static final int FINGERPRINT_LONGS = 4;
    private static final int FIRST_SLOTS = 1 << 10;
    private static final double FULLEST = 0.6;
    private static final long EMPTY = 0;

    private long[] table = new long[FIRST_SLOTS * FIELDS];
    private int size;

    Optional<Current> find(String postId) {
        int at = slot(key(postId)) * FIELDS;
        if (table[at] == EMPTY) return Optional.empty();
        StringBuilder fingerprint = new StringBuilder();
        for (int i = 0; i < FINGERPRINT_LONGS; i++)
            fingerprint.append(HexFormat.of().toHexDigits(table[at + 2 + i]));
        return Optional.of(new Current(table[at + 1], fingerprint.toString()));
    }

    void put(String postId, Current current) {
        if (size >= table.length / FIELDS * FULLEST) grow();
        long key = key(postId);
        int at = slot(key) * FIELDS;
        if (table[at] == EMPTY) size++;
        table[at] = key;
        table[at + 1] = current.offset();
        for (int i = 0; i < FINGERPRINT_LONGS; i++) table[at + 2 + i] = part(current.fingerprint(), i);
    }

    void remove(String postId) {
        int hole = slot(key(postId));
        if (table[hole * FIELDS] == EMPTY) return;
        size--;
        int slots = table.length / FIELDS;
        // Whatever probed past the hole moves into it, so that no search stops short.
        for (int at = (hole + 1) % slots; table[at * FIELDS] != EMPTY; at = (at + 1) % slots) {
            int home = home(table[at * FIELDS]);
            boolean reachesHole = (at - home + slots) % slots >= (at - hole + slots) % slots;
            if (reachesHole) {
                System.arraycopy(table, at * FIELDS, table, hole * FIELDS, FIELDS);
                hole = at;
            }
        }
        table[hole * FIELDS] = EMPTY;
    }

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
