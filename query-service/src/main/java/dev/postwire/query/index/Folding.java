package dev.postwire.query.index;

import dev.postwire.query.story.Groups;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldDocs;

/**
 * Tells which of a story's posts stands for it in one query: the best of those that answer it, by the rule of {@link Groups}. This is
 * the same in every order and on every page, whichever posts it has: so a post folded away on one page does not appear on another, and
 * what comes in between two pages folds away nothing that is still to come. Posts without copies, which most are, cost nothing. For
 * one search, on one thread.
 */
final class Folding {
    /** Of a story's posts the earliest. */
    private static final Sort EARLIEST = new Sort(
            LongField.newSortField(Fields.SORTED, false, SortedNumericSelector.Type.MIN),
            new SortField(Fields.ID, SortField.Type.STRING_VAL));

    private static final Sort LONGEST =
            new Sort(LongField.newSortField(Fields.WORDS, true, SortedNumericSelector.Type.MIN));

    private final IndexSearcher searcher;
    private final Query matching;
    private final long begun;
    private final Map<String, Integer> standing = new HashMap<>();

    /** @param begun the last change that was seen when the first page was made; 0 where this is the first */
    Folding(IndexSearcher searcher, Query matching, long begun) {
        this.searcher = searcher;
        this.matching = matching;
        this.begun = begun;
    }

    /** True for what is to be shown. */
    boolean stands(int doc) throws IOException {
        Optional<String> story = story(searcher, doc);
        if (story.isEmpty()) return true;
        Integer known = standing.get(story.get());
        if (known == null) {
            known = standsFor(story.get()).orElse(doc);
            standing.put(story.get(), known);
        }
        return known == doc;
    }

    /** What came since the first page may stand before the place where this one begins, where nobody would see it. */
    private Optional<Integer> standsFor(String story) throws IOException {
        Query all = both(new TermQuery(new Term(Fields.STORY, story)), matching);
        if (begun > 0) {
            Query there = NumericDocValuesField.newSlowRangeQuery(Fields.NUMBER, Long.MIN_VALUE, begun);
            Optional<Integer> then = best(story, both(all, there));
            if (then.isPresent()) return then;
        }
        return best(story, all);
    }

    private Optional<Integer> best(String story, Query members) throws IOException {
        TopDocs named = searcher.search(both(new TermQuery(new Term(Fields.ID, story)), members), 1);
        if (named.scoreDocs.length > 0) return Optional.of(named.scoreDocs[0].doc);
        TopFieldDocs longest = searcher.search(members, 1, LONGEST);
        if (longest.scoreDocs.length == 0) return Optional.empty();
        long words = (Long) ((FieldDoc) longest.scoreDocs[0]).fields[0];
        Query whole = LongPoint.newRangeQuery(Fields.WORDS, (long) Math.ceil(Groups.TEASER * words), Long.MAX_VALUE);
        return Optional.of(searcher.search(both(members, whole), 1, EARLIEST).scoreDocs[0].doc);
    }

    /** Where a segment has nothing of the first, the other is not asked. */
    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }

    /** Empty where a post has no copy. */
    static Optional<String> story(IndexSearcher searcher, int doc) throws IOException {
        LeafReaderContext leaf = leaf(searcher, doc);
        SortedDocValues stories = leaf.reader().getSortedDocValues(Fields.STORY);
        if (stories == null || !stories.advanceExact(doc - leaf.docBase)) return Optional.empty();
        return Optional.of(stories.lookupOrd(stories.ordValue()).utf8ToString());
    }

    private static LeafReaderContext leaf(IndexSearcher searcher, int doc) {
        var leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }
}
