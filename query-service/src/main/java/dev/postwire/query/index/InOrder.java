package dev.postwire.query.index;

import dev.postwire.query.search.Sort;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/** What matches a query, by its score or its time, equals by their id. Nothing is counted, so that most of it is never looked at. */
final class InOrder {
    private final IndexSearcher searcher;
    private final Query query;
    private final org.apache.lucene.search.Sort order;

    InOrder(IndexSearcher searcher, Query query, Sort sort) {
        this.searcher = searcher;
        this.query = query;
        SortField first =
                switch (sort) {
                    case RELEVANCE -> SortField.FIELD_SCORE;
                    case PUBLISHED -> LongField.newSortField(Fields.SORTED, true, SortedNumericSelector.Type.MIN);
                    case RECEIVED -> LongField.newSortField(Fields.RECEIVED, true, SortedNumericSelector.Type.MIN);
                };
        order = new org.apache.lucene.search.Sort(
                first, new SortField(Fields.ID, SortField.Type.STRING_VAL, sort != Sort.RELEVANCE));
    }

    /**
     * One that matches, in its place.
     *
     * @param doc its number in this index
     * @param key the score or the time it stands by
     */
    record Placed(int doc, Object key, String id) {
        private static Placed of(ScoreDoc found) {
            Object[] fields = ((FieldDoc) found).fields;
            return new Placed(found.doc, fields[0], ((BytesRef) fields[1]).utf8ToString());
        }

        /** Behind it by its key and id, whatever its number in this index. */
        private FieldDoc place() {
            return new FieldDoc(Integer.MAX_VALUE, 0, new Object[] {key, new BytesRef(id)});
        }
    }

    /** At most so many, fewer only where there are no more. */
    List<Placed> behind(Optional<Placed> place, int most) throws IOException {
        FieldDoc after = place.map(Placed::place).orElse(null);
        ScoreDoc[] found = searcher.search(query, new TopFieldCollectorManager(order, most, after, most)).scoreDocs;
        return Arrays.stream(found).map(Placed::of).toList();
    }
}
