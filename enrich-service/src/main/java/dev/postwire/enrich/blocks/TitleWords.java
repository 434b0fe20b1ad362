package dev.postwire.enrich.blocks;

/** The words of a page's title, to tell blocks that speak of it. */
final class TitleWords {
    private static final int SLOTS = 64;
    private static final int PROBES = 16;
    private static final int MOST_CHARS = 200;

    private final int[] hashes = new int[SLOTS];

    TitleWords(String title) {
        int hash = 0;
        int end = Math.min(title.length(), MOST_CHARS);
        for (int i = 0; i <= end; i++) {
            char c = i < end ? Character.toLowerCase(title.charAt(i)) : ' ';
            if (Scripts.isIdeograph(c)) {
                add(c);
                hash = 0;
            } else if (Character.isLetter(c)) {
                hash = Hashes.with(hash, c);
            } else if (c >= '0' && c <= '9') {
                hash = Hashes.with(hash, '0');
            } else {
                if (hash != 0) add(hash);
                hash = 0;
            }
        }
    }

    boolean contains(int hash) {
        int slot = slot(hash);
        return slot >= 0 && hashes[slot] == hash;
    }

    private void add(int hash) {
        int slot = slot(hash);
        if (slot >= 0) hashes[slot] = hash;
    }

    /** Where the hash is or may go; −1 where neither is near. */
    private int slot(int hash) {
        for (int i = 0; i < PROBES; i++) {
            int slot = ((hash * 0x9E3779B9 >>> 26) + i) & (SLOTS - 1);
            if (hashes[slot] == hash || hashes[slot] == 0) return slot;
        }
        return -1;
    }
}
