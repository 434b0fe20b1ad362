package dev.postwire.query.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/**
 * Tells which of a story's posts stands for it in one query: its best where that answers the query, else the one that comes first.
 * This is the same on every page, whichever posts it has, so that a post folded away on one page does not appear on another. Posts
 * without copies, which most are, cost nothing. For one search, on one thread.
 */
final class Folding {
    private final IndexSearcher searcher;
    private final Query matching;
    private final Sort order;
    private final Map<String, Integer> standing = new HashMap<>();

    Folding(IndexSearcher searcher, Query matching, Sort order) {
        this.searcher = searcher;
        this.matching = matching;
        this.order = order;
    }

    /** True for what is to be shown. */
    boolean stands(int doc) throws IOException {
        Optional<String> story = story(searcher, doc);
        if (story.isEmpty()) return true;
        Integer known = standing.get(story.get());
        if (known == null) {
            known = standsFor(story.get());
            standing.put(story.get(), known);
        }
        return known == doc;
    }

    private int standsFor(String story) throws IOException {
        TopDocs best = searcher.search(within(Fields.ID, story), 1);
        if (best.scoreDocs.length > 0) return best.scoreDocs[0].doc;
        return searcher.search(within(Fields.STORY, story), 1, order).scoreDocs[0].doc;
    }

    private Query within(String field, String value) {
        return new BooleanQuery.Builder()
                .add(matching, Occur.MUST)
                .add(new TermQuery(new Term(field, value)), Occur.FILTER)
                .build();
    }

    /** Empty where a post has no copy. */
    static Optional<String> story(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        SortedDocValues stories = leaf.reader().getSortedDocValues(Fields.STORY);
        if (stories == null || !stories.advanceExact(doc - leaf.docBase)) return Optional.empty();
        return Optional.of(stories.lookupOrd(stories.ordValue()).utf8ToString());
    }
}
