package dev.postwire.query.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** All posts that match a query, looked for once: a bit for each post of the index. For one thread. */
final class Matched {
    private final List<Segment> segments;
    private final int posts;

    private record Segment(LeafReaderContext leaf, FixedBitSet posts, int count) {}

    private Matched(List<Segment> segments) {
        this.segments = segments;
        this.posts = segments.stream().mapToInt(Segment::count).sum();
    }

    static Matched by(IndexSearcher searcher, Query query) throws IOException {
        return searcher.search(query, new CollectorManager<Noting, Matched>() {
            @Override
            public Noting newCollector() {
                return new Noting();
            }

            @Override
            public Matched reduce(Collection<Noting> collectors) {
                return new Matched(collectors.stream()
                        .flatMap(one -> one.segments().stream())
                        .toList());
            }
        });
    }

    /** How many they are. */
    int posts() {
        return posts;
    }

    /** Looks at every so manieth of them, spread evenly over all. */
    void count(int every, Counting counting) throws IOException {
        for (Segment segment : segments) {
            counting.segment(segment.leaf().reader());
            var matching = new BitSetIterator(segment.posts(), segment.count());
            for (int doc = matching.nextDoc(); doc != BitSetIterator.NO_MORE_DOCS; doc = matching.nextDoc()) {
                if (every == 1 || Integer.remainderUnsigned(doc * Counting.SPREAD >>> 8, every) == 0)
                    counting.count(doc);
            }
        }
    }

    private static final class Noting extends SimpleCollector {
        private final List<Segment> done = new ArrayList<>();
        private LeafReaderContext leaf;
        private FixedBitSet posts;
        private int count;

        @Override
        protected void doSetNextReader(LeafReaderContext next) {
            end();
            leaf = next;
            posts = new FixedBitSet(next.reader().maxDoc());
        }

        private void end() {
            if (count > 0) done.add(new Segment(leaf, posts, count));
            count = 0;
        }

        @Override
        public void collect(int doc) {
            posts.set(doc);
            count++;
        }

        private List<Segment> segments() {
            end();
            return done;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
