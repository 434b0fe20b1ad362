package dev.postwire.enrich.blocks;

import java.util.function.IntConsumer;

/**
 * Words as numbers, without making strings of them. Two words of one number are rare enough among the thousands that the model
 * knows; the seeds keep the same word in a class, an address and a text apart.
 */
public final class Hashes {
    static final int NAME_SEED = 17;
    static final int HREF_SEED = 43;
    private static final int FACTOR = 131;
    private static final int MOST_NAME_CHARS = 300;
    private static final int MOST_HREF_CHARS = 120;
    private static final int SHORTEST_HREF_PART = 3;

    private Hashes() {}

    /** The hash of the letters so far and one more, case ignored by the caller. */
    static int with(int hash, char letter) {
        return hash * FACTOR + letter;
    }

    /** Gives the hash of each part of a class or id (parts end at signs, digits and before capitals); returns that of them all. */
    static int names(String value, IntConsumer parts) {
        int all = NAME_SEED;
        int part = 0;
        int length = 0;
        boolean lower = false;
        int end = Math.min(value.length(), MOST_NAME_CHARS);
        for (int i = 0; i <= end; i++) {
            char c = i < end ? value.charAt(i) : ' ';
            boolean small = c >= 'a' && c <= 'z';
            boolean capital = c >= 'A' && c <= 'Z';
            if (!small && (!capital || lower)) {
                if (length > 1) {
                    parts.accept(part * 31 + NAME_SEED);
                    all = all * 31 + part;
                }
                part = 0;
                length = 0;
            }
            lower = small;
            if (small || capital) {
                part = with(part, (char) (c | ' '));
                length++;
            }
        }
        return all;
    }

    /** Gives the hash of each word of an address. */
    static void hrefParts(String href, IntConsumer parts) {
        int part = 0;
        int length = 0;
        int end = Math.min(href.length(), MOST_HREF_CHARS);
        for (int i = 0; i <= end; i++) {
            char c = i < end ? href.charAt(i) : '/';
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                part = with(part, (char) (c | ' '));
                length++;
            } else {
                if (length >= SHORTEST_HREF_PART) parts.accept(part * 31 + HREF_SEED);
                part = 0;
                length = 0;
            }
        }
    }
}
