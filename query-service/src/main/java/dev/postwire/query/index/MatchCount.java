package dev.postwire.query.index;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;

/**
 * How many posts match.
 *
 * @param posts at least so many, unless {@code exact}
 */
record MatchCount(int posts, boolean exact) {

    static MatchCount upTo(int bound, IndexSearcher searcher, Query query) throws IOException {
        int counted = searcher.search(query, new CollectorManager<UpTo, Integer>() {
            @Override
            public UpTo newCollector() {
                return new UpTo(bound);
            }

            @Override
            public Integer reduce(Collection<UpTo> collectors) {
                return collectors.stream().mapToInt(one -> one.posts).sum();
            }
        });
        return new MatchCount(Math.min(bound, counted), counted <= bound);
    }

    /** Stops behind the first that is too many. */
    private static final class UpTo extends SimpleCollector {
        private final int bound;
        private Weight weight;
        private int posts;

        UpTo(int bound) {
            this.bound = bound;
        }

        @Override
        public void setWeight(Weight known) {
            weight = known;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            int known = posts > bound || weight == null ? -1 : weight.count(leaf);
            if (known >= 0) posts += known;
            if (known >= 0 || posts > bound) throw new CollectionTerminatedException();
        }

        @Override
        public void collect(int doc) {
            if (++posts > bound) throw new CollectionTerminatedException();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
