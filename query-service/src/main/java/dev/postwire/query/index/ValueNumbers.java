package dev.postwire.query.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;

/**
 * One number for each text of a field, the same in all segments, so that posts are counted without a look at the texts: each segment
 * numbers its own, and to read those of all segments anew takes longer than to count. What it knows of a segment goes when that is
 * merged away. Safe for any number of threads.
 */
final class ValueNumbers {
    /** A text is kept for so much of the heap: with what is kept of it, one of all fields costs a sixteenth of that at the most. */
    private static final long HEAP_BYTES_EACH = 8 * 1024;

    private final String field;
    private final long most;
    private final Map<IndexReader.CacheKey, int[]> bySegment = new ConcurrentHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    ValueNumbers(String field) {
        this(field, Runtime.getRuntime().maxMemory() / HEAP_BYTES_EACH);
    }

    /** @param most of more texts none is kept: they are read when they are counted */
    ValueNumbers(String field, long most) {
        this.field = field;
        this.most = most;
    }

    /** The numbers of a segment's texts by their places in it; empty where there are too many. */
    Optional<int[]> of(LeafReader segment) throws IOException {
        IndexReader.CacheHelper core = segment.getCoreCacheHelper();
        int[] known = bySegment.get(core.getKey());
        if (known != null) return Optional.of(known);
        SortedSetDocValues values = DocValues.getSortedSet(segment, field);
        synchronized (this) {
            if (texts.size() + values.getValueCount() > most) return Optional.empty();
            int[] made = number(values);
            if (bySegment.put(core.getKey(), made) == null) core.addClosedListener(bySegment::remove);
            return Optional.of(made);
        }
    }

    private int[] number(SortedSetDocValues values) throws IOException {
        int[] made = new int[Math.toIntExact(values.getValueCount())];
        TermsEnum all = values.termsEnum();
        for (int place = 0; place < made.length; place++) {
            Integer number = numbers.computeIfAbsent(all.next().utf8ToString(), text -> {
                texts.add(text);
                return texts.size() - 1;
            });
            made[place] = number;
        }
        return made;
    }

    /** The text with that number. */
    synchronized String text(int number) {
        return texts.get(number);
    }
}
