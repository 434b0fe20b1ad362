package dev.postwire.query.analysis;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Reads traditional Chinese characters as the simplified ones, and Latin letters with marks as those without: the dictionary would
 * cut a word at them, Fähre into f and hre. Each by itself, so that every character keeps its place.
 */
final class SimplifiedFilter extends CharFilter {
    private static final char FIRST = 0x3400;
    private static final char LAST = 0x9FFF;

    private static final char FIRST_MARKED = 0x00C0;
    private static final char LAST_MARKED = 0x024F;
    private static final char[] BARE = bare();

    /** Made when the first Chinese text comes: it takes a moment. */
    private static final class Table {
        static final char[] SIMPLIFIED = simplified();

        private static char[] simplified() {
            StringBuilder lines = new StringBuilder();
            for (char c = FIRST; c <= LAST; c++) lines.append(c).append('\n');
            String[] read = Transliterator.getInstance("Traditional-Simplified")
                    .transliterate(lines.toString())
                    .split("\n");
            char[] table = new char[LAST - FIRST + 1];
            for (int i = 0; i < table.length; i++) {
                table[i] = read[i].length() == 1 ? read[i].charAt(0) : (char) (FIRST + i);
            }
            return table;
        }
    }

    private static char[] bare() {
        char[] table = new char[LAST_MARKED - FIRST_MARKED + 1];
        for (int i = 0; i < table.length; i++) {
            char[] folded = new char[4]; // a letter becomes four at most
            ASCIIFoldingFilter.foldToASCII(new char[] {(char) (FIRST_MARKED + i)}, 0, folded, 0, 1);
            table[i] = folded[0];
        }
        return table;
    }

    SimplifiedFilter(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] buffer, int from, int most) throws IOException {
        int count = input.read(buffer, from, most);
        for (int i = from; i < from + count; i++) {
            char c = buffer[i];
            if (c >= FIRST_MARKED && c <= LAST_MARKED) buffer[i] = BARE[c - FIRST_MARKED];
            else if (c >= FIRST && c <= LAST) buffer[i] = Table.SIMPLIFIED[c - FIRST];
        }
        return count;
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }
}
