package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import dev.postwire.query.analysis.Languages;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.Sort;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** Makes of what a reader asks for what Lucene is asked. Safe for any number of threads. */
final class PostQueries {
    private static final long DAY_MICROS = 86_400_000_000L;

    private static final String CUT = "Of so long a text only the beginning was looked for.";

    private final Languages languages;

    PostQueries(Languages languages) {
        this.languages = languages;
    }

    /**
     * What Lucene is asked.
     *
     * @param notes what of the words was left out
     */
    record Asked(Query query, List<String> notes) {}

    /** Which posts. */
    Asked matching(IndexSearcher searcher, PostQuery query) throws IOException {
        List<String> notes = new ArrayList<>();
        return new Asked(builder(searcher, query, notes).build(), notes);
    }

    /**
     * Which posts, and how good each is.
     *
     * @param today in UTC
     */
    Asked scored(IndexSearcher searcher, PostQuery query, LocalDate today) throws IOException {
        List<String> notes = new ArrayList<>();
        BooleanQuery.Builder all = builder(searcher, query, notes);
        if (query.recency() && query.sort() == Sort.RELEVANCE) {
            // The day and not the moment, so that the pages of one search are made of one order.
            long origin = PostDocument.micros(
                    today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            all.add(
                    LongField.newDistanceFeatureQuery(
                            Fields.PUBLISHED, Ranking.RECENCY, origin, Ranking.RECENCY_DAYS * DAY_MICROS),
                    Occur.SHOULD);
        }
        return new Asked(all.build(), notes);
    }

    private BooleanQuery.Builder builder(IndexSearcher searcher, PostQuery query, List<String> notes)
            throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (query.words().isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        } else {
            List<Language> present = present(searcher);
            WordQueries words = new WordQueries(searcher, present, within(present, query));
            all.add(words.of(query.words()), Occur.MUST);
            if (words.cut()) notes.add(CUT);
        }
        FilterQueries.add(all, query);
        return all;
    }

    /** Those whose fields the posts have that are of the language asked for: a look into all others would find none of them. */
    private List<Language> within(List<Language> present, PostQuery query) {
        if (query.language().isEmpty()) return present;
        Language asked = languages.of(query.language().get());
        return present.stream().filter(asked::equals).toList();
    }

    /** The languages that posts are written in. */
    List<Language> present(IndexSearcher searcher) {
        Collection<String> fields = FieldInfos.getIndexedFields(searcher.getIndexReader());
        List<Language> present = new ArrayList<>();
        for (Language language : languages.all()) {
            if (fields.contains(Fields.exact(language))) present.add(language);
        }
        return present;
    }
}
