package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import dev.postwire.query.analysis.Languages;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.Sort;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** Makes of what a reader asks for what Lucene is asked. Safe for any number of threads. */
final class PostQueries {
    private static final String CUT = "Of so long a text only the beginning was looked for.";

    private final Languages languages;

    PostQueries(Languages languages) {
        this.languages = languages;
    }

    /**
     * What Lucene is asked.
     *
     * @param near what is worth a little more among the best: words beside each other as they were typed
     * @param notes what of the words was left out
     */
    record Asked(Query query, Optional<Query> near, List<String> notes) {}

    /** Which posts. */
    Asked matching(IndexSearcher searcher, PostQuery query) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        FilterQueries.add(all, query);
        if (query.words().isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
            return new Asked(all.build(), Optional.empty(), List.of());
        }
        List<Language> present = present(searcher);
        WordQueries words = new WordQueries(searcher, present, within(present, query));
        Query matching = words.of(query.words());
        BooleanQuery filters = all.build();
        // Alone, the words are the best of Lucene's ways to find the best of many; as a clause beside nothing they are
        // not.
        if (!filters.clauses().isEmpty())
            matching = all.add(matching, Occur.MUST).build();
        return new Asked(matching, words.near(query.words()), words.cut() ? List.of(CUT) : List.of());
    }

    /**
     * Which posts, and how good each is.
     *
     * @param today in UTC
     */
    Asked scored(IndexSearcher searcher, PostQuery query, LocalDate today) throws IOException {
        Asked matching = matching(searcher, query);
        if (!query.recency() || query.sort() != Sort.RELEVANCE) return matching;
        return new Asked(new RecencyQuery(matching.query(), today), matching.near(), matching.notes());
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
