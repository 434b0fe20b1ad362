package dev.postwire.query.index;

import org.apache.lucene.index.IndexReader;
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
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Ranking.SIMILARITY);
        return searcher;
    }
}
