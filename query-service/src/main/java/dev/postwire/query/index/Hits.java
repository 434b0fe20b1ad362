package dev.postwire.query.index;

import dev.postwire.query.index.PostSearch.Story;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;

/** The hits of one query in their order, from a place on; equals by their id. For one thread. */
final class Hits {
    /** How often more is read where posts were folded away, before a page is let be short. */
    private static final int ROUNDS = 8;

    private final IndexSearcher searcher;
    private final Query query;
    private final Sort sort;
    private final org.apache.lucene.search.Sort order;

    Hits(IndexSearcher searcher, Query query, Sort sort) {
        this.searcher = searcher;
        this.query = query;
        this.sort = sort;
        SortField first =
                switch (sort) {
                    case RELEVANCE -> SortField.FIELD_SCORE;
                    case PUBLISHED -> LongField.newSortField(Fields.SORTED, true, SortedNumericSelector.Type.MIN);
                    case RECEIVED -> LongField.newSortField(Fields.RECEIVED, true, SortedNumericSelector.Type.MIN);
                };
        order = new org.apache.lucene.search.Sort(
                first, new SortField(Fields.ID, SortField.Type.STRING, sort != Sort.RELEVANCE));
    }

    /**
     * @param key the score or the time it stands by
     * @param story what it stands for, where there are copies of it
     */
    record Hit(String id, Object key, Optional<Story> story) {
        Hit(String id, Object key) {
            this(id, key, Optional.empty());
        }
    }

    /**
     * @param goesOn where the next page begins behind; absent on the last
     * @param counted how many posts match in all; at least so many unless {@code exact}
     */
    record Read(List<Hit> hits, Optional<Hit> goesOn, long counted, boolean exact) {}

    /** Every post, those that say the same among them. */
    Read unfolded(Optional<Cursor> after, int limit) throws IOException {
        return read(after, limit, Optional.empty());
    }

    /** @param begun the last change that was seen when the first page was made; 0 for the first */
    Read folded(Optional<Cursor> after, int limit, long begun) throws IOException {
        return read(after, limit, Optional.of(new Folding(searcher, query, begun)));
    }

    private Read read(Optional<Cursor> after, int limit, Optional<Folding> folding) throws IOException {
        FieldDoc from = after.map(this::place).orElse(null);
        TopFieldDocs top = page(from, limit + 1);
        TotalHits total = top.totalHits;
        List<Hit> hits = new ArrayList<>();
        Optional<Hit> last = Optional.empty();
        for (int round = 1; ; round++) {
            for (ScoreDoc found : top.scoreDocs) {
                if (hits.size() == limit) return read(hits, last, total);
                Hit hit = new Hit(id(found.doc), ((FieldDoc) found).fields[0]);
                if (folding.isEmpty()) hits.add(hit);
                else if (folding.get().stands(found.doc)) hits.add(new Hit(hit.id(), hit.key(), told(found.doc)));
                last = Optional.of(hit);
            }
            if (top.scoreDocs.length <= limit) return read(hits, Optional.empty(), total);
            if (round == ROUNDS) return read(hits, last, total);
            top = page(place(last.orElseThrow()), limit + 1);
        }
    }

    private static Read read(List<Hit> hits, Optional<Hit> goesOn, TotalHits total) {
        return new Read(hits, goesOn, total.value, total.relation == TotalHits.Relation.EQUAL_TO);
    }

    private TopFieldDocs page(FieldDoc after, int limit) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(order, limit, after, PostSearch.COUNTED));
    }

    private FieldDoc place(Cursor cursor) {
        boolean ranked = sort == Sort.RELEVANCE;
        return place(new Hit(
                cursor.id(), ranked ? (Object) Float.intBitsToFloat(cursor.rank()) : (Object) cursor.position()));
    }

    /** Behind it by its key and id, whatever its number in this index. */
    private static FieldDoc place(Hit hit) {
        return new FieldDoc(Integer.MAX_VALUE, 0, new Object[] {hit.key(), new BytesRef(hit.id())});
    }

    private String id(int doc) throws IOException {
        return text(Fields.ID, doc).orElseThrow();
    }

    /** Empty where it was alone all along, or is so by now. */
    private Optional<Story> told(int doc) throws IOException {
        Optional<String> story = Folding.story(searcher, doc);
        if (story.isEmpty()) return Optional.empty();
        int copies = searcher.count(new TermQuery(new Term(Fields.STORY, story.get()))) - 1;
        return copies < 1 ? Optional.empty() : Optional.of(new Story(story.get(), copies));
    }

    private Optional<String> text(String field, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        SortedDocValues values = leaf.reader().getSortedDocValues(field);
        if (values == null || !values.advanceExact(doc - leaf.docBase)) return Optional.empty();
        return Optional.of(values.lookupOrd(values.ordValue()).utf8ToString());
    }
}
