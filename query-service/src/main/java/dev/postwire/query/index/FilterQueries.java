package dev.postwire.query.index;

import dev.postwire.query.search.PostQuery;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;

/** The filters of a query, which select and do not score. */
final class FilterQueries {
    private FilterQueries() {}

    static void add(BooleanQuery.Builder all, PostQuery query) {
        query.tags().forEach(tag -> filter(all, Fields.TAG, tag));
        query.language().ifPresent(language -> filter(all, Fields.LANGUAGE, language));
        query.site().ifPresent(site -> filter(all, Fields.SITE, site));
        query.author().ifPresent(author -> filter(all, Fields.AUTHOR, author));
        if (query.from().isPresent() || query.until().isPresent()) {
            long from = query.from().map(PostDocument::micros).orElse(Long.MIN_VALUE);
            long until = query.until().map(PostDocument::micros).orElse(Long.MAX_VALUE);
            all.add(LongPoint.newRangeQuery(Fields.PUBLISHED, from, until - 1), Occur.FILTER);
        }
    }

    private static void filter(BooleanQuery.Builder all, String field, String value) {
        all.add(new TermQuery(new Term(field, PostDocument.key(value))), Occur.FILTER);
    }
}
