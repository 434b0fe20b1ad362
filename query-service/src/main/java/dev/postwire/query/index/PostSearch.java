package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import dev.postwire.query.analysis.Languages;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.Sort;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;

/** Finds posts in the index. Blocks the calling thread for some milliseconds. Safe for any number of threads. */
@Singleton
public class PostSearch {
    /** How far posts that have some of the words are counted; beyond, it is said that there are at least as many. */
    public static final int COUNTED = 10_000;

    private final PostIndex index;
    private final Languages languages;

    PostSearch(PostIndex index, Languages languages) {
        this.index = index;
        this.languages = languages;
    }

    /**
     * Which posts, in which order.
     *
     * @param total exact unless {@code more}
     * @param more true where there are more than were counted
     */
    public record Found(List<String> ids, Optional<Cursor> next, int total, boolean more) {
        public Found {
            ids = List.copyOf(ids);
        }
    }

    public Found search(PostQuery query, Optional<Cursor> after, int limit) {
        boolean ranked = query.sort() == Sort.RELEVANCE;
        long snapshot = ranked ? after.map(Cursor::position).orElse(0L) : 0;
        return index.ask(snapshot, (use, serving) -> {
            IndexSearcher searcher = use.searcher();
            Query matching = query(searcher, query);
            TopFieldDocs top = page(searcher, matching, query.sort(), after, limit + 1);
            List<String> ids = ids(searcher, top.scoreDocs);
            boolean goesOn = ids.size() > limit;
            if (goesOn) ids = ids.subList(0, limit);
            Optional<Cursor> next = Optional.empty();
            if (goesOn) {
                Object key = ((FieldDoc) top.scoreDocs[limit - 1]).fields[0];
                String id = ids.get(limit - 1);
                next = Optional.of(
                        ranked
                                ? new Cursor(Float.floatToIntBits((Float) key), serving.keep(searcher), id)
                                : Cursor.after((Long) key, id));
            }
            boolean exact = top.totalHits.relation == TotalHits.Relation.EQUAL_TO;
            if (!exact && query.words().isEmpty()) {
                return new Found(ids, next, searcher.count(matching), false);
            }
            return new Found(
                    ids, next, (int) Math.min(exact ? Integer.MAX_VALUE : COUNTED, top.totalHits.value), !exact);
        });
    }

    private Query query(IndexSearcher searcher, PostQuery query) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (query.words().isEmpty()) all.add(new MatchAllDocsQuery(), Occur.FILTER);
        else all.add(new WordQueries(searcher, languages(searcher, query)).of(query.words()), Occur.MUST);
        FilterQueries.add(all, query);
        return all.build();
    }

    /** Those that posts are written in. */
    private List<Language> languages(IndexSearcher searcher, PostQuery query) {
        Collection<String> fields = FieldInfos.getIndexedFields(searcher.getIndexReader());
        List<Language> there = new ArrayList<>();
        for (Language language : languages.all()) {
            if (fields.contains(Fields.stemmed(language))) there.add(language);
        }
        return there;
    }

    private static TopFieldDocs page(IndexSearcher searcher, Query query, Sort sort, Optional<Cursor> after, int limit)
            throws IOException {
        SortField first =
                switch (sort) {
                    case RELEVANCE -> SortField.FIELD_SCORE;
                    case PUBLISHED -> LongField.newSortField(Fields.SORTED, true, SortedNumericSelector.Type.MIN);
                    case RECEIVED -> LongField.newSortField(Fields.RECEIVED, true, SortedNumericSelector.Type.MIN);
                };
        org.apache.lucene.search.Sort order = new org.apache.lucene.search.Sort(
                first, new SortField(Fields.ID, SortField.Type.STRING, sort != Sort.RELEVANCE));
        FieldDoc from = after.map(cursor -> {
                    Object key = sort == Sort.RELEVANCE
                            ? (Object) Float.intBitsToFloat(cursor.rank())
                            : (Object) cursor.position();
                    return new FieldDoc(Integer.MAX_VALUE, 0, new Object[] {key, new BytesRef(cursor.id())});
                })
                .orElse(null);
        return searcher.search(query, new TopFieldCollectorManager(order, limit, from, COUNTED));
    }

    private static List<String> ids(IndexSearcher searcher, ScoreDoc[] hits) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<String> ids = new ArrayList<>(hits.length);
        for (ScoreDoc hit : hits) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            SortedDocValues values = leaf.reader().getSortedDocValues(Fields.ID);
            values.advanceExact(hit.doc - leaf.docBase);
            ids.add(values.lookupOrd(values.ordValue()).utf8ToString());
        }
        return ids;
    }
}
