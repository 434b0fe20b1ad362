package dev.postwire.query.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.BitSet;
import org.apache.lucene.analysis.CharFilter;

/**
 * Reads the sign of a name as a letter, so that whatever cuts the text keeps the name whole: C++, C#, F# and .NET are not C, F and
 * net. Every character keeps its place. The letters are clicks of Khoisan languages, which no filter here changes and dictionaries
 * take for Latin ones. Of two plus signs the first is read so, for behind the second a number may stand, as in C++17; a name ends
 * behind the second all the same.
 */
final class SignedNames extends CharFilter {
    private static final char POINT = '\u01C0';
    private static final char PLUS = '\u01C1';
    private static final char SHARP = '\u01C2';

    /** What stands behind a point and in front of no further letter. */
    private static final String NET = "net";

    private static final int AHEAD = NET.length() + 1;
    private static final int BEHIND = 2;

    /** Most fields of a post are short, and each has a filter of its own. */
    private static final int BLOCK = 512;

    private final char[] block = new char[BLOCK];
    private int given;
    private int ready;
    private int filled;
    private boolean over;

    /** Of the text, what was passed on before the block begins. */
    private int before;

    /** Where in the text a name ends whose second plus sign follows. */
    private final BitSet plusFollows = new BitSet();

    SignedNames(Reader text) {
        super(text);
    }

    /** The signs of such a term, as they are written. */
    static String written(String term) {
        return term.replace(POINT, '.').replace(String.valueOf(PLUS), "++").replace(SHARP, '#');
    }

    @Override
    public int read(char[] buffer, int from, int most) throws IOException {
        if (given == ready && !fill()) return -1;
        int count = Math.min(most, ready - given);
        System.arraycopy(block, given, buffer, from, count);
        given += count;
        return count;
    }

    /** Reads on, and keeps back as much as must be seen to know what the last sign is. */
    private boolean fill() throws IOException {
        int kept = Math.min(BEHIND, ready);
        System.arraycopy(block, ready - kept, block, 0, filled - ready + kept);
        filled -= ready - kept;
        before += ready - kept;
        given = kept;
        while (!over && filled < BLOCK) {
            int count = input.read(block, filled, BLOCK - filled);
            if (count < 0) over = true;
            else filled += count;
        }
        ready = over ? filled : filled - AHEAD;
        for (int i = given; i < ready; i++) {
            char c = block[i];
            if (c == '+' || c == '#' || c == '.') block[i] = read(i);
            if (block[i] == PLUS) plusFollows.set(before + i + 1);
        }
        return given < ready;
    }

    private char read(int at) {
        return switch (block[at]) {
            case '+' -> isOneLetter(at) && at(at + 1) == '+' ? PLUS : '+';
            case '#' -> isOneLetter(at) && !Character.isLetter(at(at + 1)) ? SHARP : '#';
            default -> !inWord(at(at - 1)) && isNet(at + 1) ? POINT : '.';
        };
    }

    private boolean isOneLetter(int end) {
        char letter = at(end - 1);
        return (letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z') && !inWord(at(end - 2));
    }

    private boolean isNet(int from) {
        for (int i = 0; i < NET.length(); i++) {
            if ((at(from + i) | ' ') != NET.charAt(i)) return false;
        }
        return !Character.isLetterOrDigit(at(from + NET.length()));
    }

    /** In writing without spaces such a name stands right beside other words. */
    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c) && c < '\u3040';
    }

    /** Beyond the text a space. */
    private char at(int index) {
        return index < 0 || index >= filled ? ' ' : block[index];
    }

    @Override
    protected int correct(int offset) {
        return plusFollows.get(offset) ? offset + 1 : offset;
    }
}
