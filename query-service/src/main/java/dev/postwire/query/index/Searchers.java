package dev.postwire.query.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;

/** Makes the searchers of an index, all of which score alike. */
final class Searchers extends SearcherFactory {
    /** More words than a query has, in more languages than an index has. */
    private static final int MOST_CLAUSES = 8_192;

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
        return of(reader);
    }

    static IndexSearcher of(IndexReader reader) {
        IndexSearcher searcher = new Remembering(reader);
        searcher.setSimilarity(Ranking.SIMILARITY);
        return searcher;
    }

    /** Of a field's posts and words, which every term of a query asks for, all segments are asked once. */
    private static final class Remembering extends IndexSearcher {
        private final Map<String, CollectionStatistics> known = new ConcurrentHashMap<>();

        Remembering(IndexReader reader) {
            super(reader);
        }

        @Override
        public CollectionStatistics collectionStatistics(String field) throws IOException {
            CollectionStatistics before = known.get(field);
            if (before != null) return before;
            CollectionStatistics asked = super.collectionStatistics(field);
            if (asked != null) known.put(field, asked);
            return asked;
        }
    }
}
