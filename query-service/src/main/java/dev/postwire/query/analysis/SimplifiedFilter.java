package dev.postwire.query.analysis;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/** Reads traditional Chinese characters as the simplified ones, each by itself, so that every character keeps its place. */
final class SimplifiedFilter extends CharFilter {
    private static final char FIRST = 0x3400;
    private static final char LAST = 0x9FFF;

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

    SimplifiedFilter(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] buffer, int from, int most) throws IOException {
        int count = input.read(buffer, from, most);
        for (int i = from; i < from + count; i++) {
            char c = buffer[i];
            if (c >= FIRST && c <= LAST) buffer[i] = Table.SIMPLIFIED[c - FIRST];
        }
        return count;
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }
}
