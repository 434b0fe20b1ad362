package dev.postwire.query.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;

/** Counts the values of one field among the posts that match: each, or a share of them spread evenly over all. For one thread. */
final class Counting {
    /** Spreads neighbours apart: the golden ratio in 32 bits, as in Knuth's multiplicative hashing. */
    private static final int SPREAD = 0x9E3779B1;

    private Counting() {}

    /** All of them in one go over what matches. A searcher without threads of its own uses each once. */
    static void run(IndexSearcher searcher, Query matching, Iterable<? extends Collector> counters) throws IOException {
        Collector all = MultiCollector.wrap(counters);
        searcher.search(matching, new CollectorManager<Collector, Void>() {
            @Override
            public Collector newCollector() {
                return all;
            }

            @Override
            public Void reduce(Collection<Collector> collectors) {
                return null;
            }
        });
    }

    /** Takes every so manieth post. */
    private abstract static class Sampling extends SimpleCollector {
        private final int every;

        Sampling(int every) {
            this.every = every;
        }

        @Override
        public final void collect(int doc) throws IOException {
            if (every == 1 || Integer.remainderUnsigned(doc * SPREAD >>> 8, every) == 0) count(doc);
        }

        abstract void count(int doc) throws IOException;

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** The texts of a field. Counted by their places in each segment, and by what they are once at its end. */
    static final class Texts extends Sampling {
        private final String field;
        private final Predicate<String> wanted;
        private final Map<String, Integer> counts = new HashMap<>();
        private SortedSetDocValues values;

        /** By place; nothing but zeros from one segment to the next. */
        private int[] posts = {};

        /** The places that are not zero, as many as {@link #found}: few, where few posts match. */
        private int[] places = {};

        private int found;

        Texts(String field, Predicate<String> wanted, int every) {
            super(every);
            this.field = field;
            this.wanted = wanted;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            gather();
            values = DocValues.getSortedSet(leaf.reader(), field);
            posts = ArrayUtil.grow(posts, Math.toIntExact(values.getValueCount()));
        }

        @Override
        void count(int doc) throws IOException {
            if (!values.advanceExact(doc)) return;
            for (int i = values.docValueCount(); i > 0; i--) {
                int place = Math.toIntExact(values.nextOrd());
                if (posts[place]++ > 0) continue;
                places = ArrayUtil.grow(places, found + 1);
                places[found++] = place;
            }
        }

        private void gather() throws IOException {
            // In order they are read faster: they are packed together.
            Arrays.sort(places, 0, found);
            for (int i = 0; i < found; i++) {
                String value = values.lookupOrd(places[i]).utf8ToString();
                if (wanted.test(value)) counts.merge(value, posts[places[i]], Integer::sum);
                posts[places[i]] = 0;
            }
            found = 0;
        }

        Map<String, Integer> counts() throws IOException {
            gather();
            return counts;
        }
    }

    /** The dates of publication, each made what it is counted by. */
    static final class Dates extends Sampling {
        private final LongFunction<String> name;
        private final Days days = new Days();
        private SortedNumericDocValues values;
        private int undated;

        Dates(LongFunction<String> name, int every) {
            super(every);
            this.name = name;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            values = DocValues.getSortedNumeric(leaf.reader(), Fields.PUBLISHED);
        }

        @Override
        void count(int doc) throws IOException {
            if (values.advanceExact(doc)) days.add(values.nextValue());
            else undated++;
        }

        /** By the name of the day, in UTC. */
        Map<String, Integer> counts() {
            Map<String, Integer> counts = new HashMap<>();
            days.forEach((day, posts) -> counts.merge(name.apply(day), posts, Integer::sum));
            return counts;
        }

        int undated() {
            return undated;
        }
    }
}
