package dev.postwire.query.analysis;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * How likely a letter of one language follows the four before it, how likely a word begins with four letters and how likely it ends
 * behind them: so where inside a long word two words meet. Learned from how often runs of letters are met in that language, without
 * a list of words; {@code deploy/bench/run compounds} writes it. About one megabyte; safe for any number of threads.
 */
final class WordJoints {
    /** Letters that decide: of the word before and of the word behind. */
    static final int RUN = 4;

    /** The end and the beginning of a word, where a letter would stand. */
    private static final int EDGE = 0;

    private static final int LETTER_BITS = 5;
    private static final int KEY_MASK = (1 << LETTER_BITS * (RUN + 1)) - 1;
    private static final int VALUE_BITS = 7;

    /** Steps of the resource to one unit of a natural logarithm. */
    private static final float STEPS = 5;

    /** Of what is in no table: as rare as the rarest that is. */
    private static final float RAREST = -8;

    private static final int SPREAD = 0x9E3779B9;

    private final Map<Character, Integer> letters = new HashMap<>();
    private final List<String> links;
    private final int[] table;
    private final int shift;

    /**
     * @param language as its resource is called
     * @param links what may stand between two words, as the s of Regierungskabinett
     */
    static WordJoints load(String language, List<String> links) {
        String name = "joints." + language + ".gz";
        try (InputStream in = WordJoints.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no " + name);
            return new WordJoints(new DataInputStream(new GZIPInputStream(in, 1 << 16)), links);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable " + name, e);
        }
    }

    private WordJoints(DataInputStream in, List<String> links) throws IOException {
        this.links = List.copyOf(links);
        String alphabet = in.readUTF();
        for (int i = 0; i < alphabet.length(); i++) letters.put(alphabet.charAt(i), i + 1);
        int count = in.readInt();
        int bits = 33 - Integer.numberOfLeadingZeros(count);
        table = new int[1 << bits];
        shift = Integer.SIZE - bits;
        int key = 0;
        for (int i = 0; i < count; i++) {
            key += gap(in);
            put(key, in.readUnsignedByte());
        }
    }

    /** Seven bits a byte, the lowest first. */
    private static int gap(DataInputStream in) throws IOException {
        int gap = 0;
        for (int bits = 0; ; bits += 7) {
            int next = in.read();
            if (next < 0) throw new EOFException();
            gap |= (next & 0x7F) << bits;
            if (next < 0x80) return gap;
        }
    }

    private void put(int key, int value) {
        int at = key * SPREAD >>> shift;
        while (table[at] != 0) at = at + 1 & table.length - 1;
        table[at] = key << VALUE_BITS | value;
    }

    /** The logarithm of a probability, or {@code missing}. */
    private float value(int key, float missing) {
        for (int at = key * SPREAD >>> shift; table[at] != 0; at = at + 1 & table.length - 1) {
            if (table[at] >>> VALUE_BITS == key) return -(table[at] & (1 << VALUE_BITS) - 1) / STEPS;
        }
        return missing;
    }

    List<String> links() {
        return links;
    }

    /** What stands for each letter; what is no letter of the language has one number. */
    int[] read(String word) {
        int[] read = new int[word.length()];
        for (int i = 0; i < read.length; i++) read[i] = letters.getOrDefault(word.charAt(i), (1 << LETTER_BITS) - 1);
        return read;
    }

    /**
     * How much more likely two words meet than that one goes on, as a natural logarithm.
     *
     * @param end of the first, at least {@link #RUN} from the word's start
     * @param start of the second, at least so far from the word's end
     */
    float meeting(int[] word, int end, int start) {
        float ends = value(key(word, end - RUN) << LETTER_BITS | EDGE, Float.NEGATIVE_INFINITY);
        if (ends == Float.NEGATIVE_INFINITY) return ends;
        float starts = value(key(word, start), Float.NEGATIVE_INFINITY);
        if (starts == Float.NEGATIVE_INFINITY) return starts;
        float goesOn = 0;
        for (int i = end; i < Math.min(start + RUN, word.length); i++) {
            goesOn += value((key(word, i - RUN) << LETTER_BITS | word[i]) & KEY_MASK, RAREST);
        }
        return ends + starts - goesOn;
    }

    private static int key(int[] word, int from) {
        int key = 0;
        for (int i = from; i < from + RUN; i++) key = key << LETTER_BITS | word[i];
        return key;
    }
}
