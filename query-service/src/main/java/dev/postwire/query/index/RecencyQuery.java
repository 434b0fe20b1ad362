package dev.postwire.query.index;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.FilterScorable;
import org.apache.lucene.search.FilterScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * What another query finds, the newer worth a little more: half of it after {@link Ranking#RECENCY_DAYS}. Lucene's own query for this
 * stands beside words as a clause, where it takes from them the quick way of finding the best of many; around them it does not.
 */
final class RecencyQuery extends Query {
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final double HALVED_AFTER = (double) Ranking.RECENCY_DAYS * DAY_MICROS;

    private final Query words;

    /** The day and not the moment, so that the pages of one search are made of one order. */
    private final long origin;

    /** @param today in UTC */
    RecencyQuery(Query words, LocalDate today) {
        this(
                words,
                PostDocument.micros(
                        today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private RecencyQuery(Query words, long origin) {
        this.words = words;
        this.origin = origin;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = words.rewrite(searcher);
        return rewritten == words ? super.rewrite(searcher) : new RecencyQuery(rewritten, origin);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Weight weight = words.createWeight(searcher, mode, boost);
        return mode.needsScores() ? new RecentWeight(weight, boost * Ranking.RECENCY) : weight;
    }

    private final class RecentWeight extends FilterWeight {
        private final float most;

        RecentWeight(Weight words, float most) {
            super(RecencyQuery.this, words);
            this.most = most;
        }

        @Override
        public Scorer scorer(LeafReaderContext leaf) throws IOException {
            Scorer found = in.scorer(leaf);
            return found == null ? null : new RecentScorer(found, new Recency(leaf.reader(), origin, most));
        }

        @Override
        public BulkScorer bulkScorer(LeafReaderContext leaf) throws IOException {
            BulkScorer found = in.bulkScorer(leaf);
            return found == null ? null : new RecentBulkScorer(found, new Recency(leaf.reader(), origin, most));
        }

        @Override
        public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
            Explanation found = in.explain(leaf, doc);
            if (!found.isMatch()) return found;
            float more = new Recency(leaf.reader(), origin, most).of(doc);
            return Explanation.match(
                    found.getValue().floatValue() + more, "sum of:", found, Explanation.match(more, "recency"));
        }
    }

    /** What the posts of a segment are worth more. For one thread, in the order of their numbers. */
    private static final class Recency {
        private final NumericDocValues published;
        private final long origin;
        private final float most;

        Recency(LeafReader segment, long origin, float most) throws IOException {
            this.published = DocValues.unwrapSingleton(DocValues.getSortedNumeric(segment, Fields.PUBLISHED));
            this.origin = origin;
            this.most = most;
        }

        float of(int doc) throws IOException {
            if (!published.advanceExact(doc)) return 0;
            double distance = Math.abs((double) origin - published.longValue());
            return (float) (most * (HALVED_AFTER / (HALVED_AFTER + distance)));
        }

        /** What the words alone must be worth, where all of it must be worth so much. */
        float without(float score) {
            return Math.max(0, Math.nextDown(score - most));
        }
    }

    private static final class RecentScorer extends FilterScorer {
        private final Recency recency;

        RecentScorer(Scorer words, Recency recency) {
            super(words);
            this.recency = recency;
        }

        @Override
        public float score() throws IOException {
            return in.score() + recency.of(docID());
        }

        @Override
        public float getMaxScore(int upTo) throws IOException {
            return Math.nextUp(in.getMaxScore(upTo) + recency.most);
        }

        @Override
        public int advanceShallow(int target) throws IOException {
            return in.advanceShallow(target);
        }

        @Override
        public void setMinCompetitiveScore(float least) throws IOException {
            in.setMinCompetitiveScore(recency.without(least));
        }
    }

    private static final class RecentBulkScorer extends BulkScorer {
        private final BulkScorer words;
        private final Recency recency;

        RecentBulkScorer(BulkScorer words, Recency recency) {
            this.words = words;
            this.recency = recency;
        }

        @Override
        public int score(LeafCollector collector, Bits live, int from, int until) throws IOException {
            return words.score(new RecentCollector(collector, recency), live, from, until);
        }

        @Override
        public long cost() {
            return words.cost();
        }
    }

    private static final class RecentCollector extends FilterLeafCollector {
        private final Recency recency;

        RecentCollector(LeafCollector collector, Recency recency) {
            super(collector);
            this.recency = recency;
        }

        @Override
        public void setScorer(Scorable words) throws IOException {
            in.setScorer(new FilterScorable(words) {
                @Override
                public float score() throws IOException {
                    return in.score() + recency.of(in.docID());
                }

                @Override
                public void setMinCompetitiveScore(float least) throws IOException {
                    in.setMinCompetitiveScore(recency.without(least));
                }
            });
        }

        @Override
        public DocIdSetIterator competitiveIterator() throws IOException {
            return in.competitiveIterator();
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        words.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return "recent(" + words.toString(field) + ")";
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other)
                && origin == ((RecencyQuery) other).origin
                && words.equals(((RecencyQuery) other).words);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), words, origin);
    }
}
