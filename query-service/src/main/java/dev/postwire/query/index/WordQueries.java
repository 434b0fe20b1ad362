package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import dev.postwire.query.search.Words;
import dev.postwire.query.search.Words.Clause;
import dev.postwire.query.search.Words.Need;
import dev.postwire.query.search.Words.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/**
 * The words of a query, looked for in every language the index has: in which language somebody types is not known, and a post has
 * the fields of its own language only, so that its words are weighed by how rare they are in that language.
 */
final class WordQueries {
    /** In a long text the beginning says enough of which words belong together. */
    private static final int MOST_NEAR = 24;

    private final List<Language> known;
    private final List<Language> languages;
    private final WantedWords wanted;
    private final DemandedWords demanded;

    /** Words that say nothing in the language that was typed, in lower case: they say nothing in any other either. */
    private Set<String> silent = Set.of();

    WordQueries(IndexSearcher searcher, List<Language> languages) {
        this(searcher, languages, languages);
    }

    /**
     * @param known whose words that say nothing are told
     * @param languages in whose fields words are looked for: all that a post can have which may answer
     */
    WordQueries(IndexSearcher searcher, List<Language> known, List<Language> languages) {
        this.known = known;
        this.languages = languages;
        this.wanted = new WantedWords(searcher, languages);
        this.demanded = new DemandedWords(languages);
    }

    /** True where there were too many terms to look for, and only the first ones were. */
    boolean cut() {
        return wanted.cut() || demanded.cut();
    }

    /** For one question only. */
    Query of(Words words) throws IOException {
        silent = silent(words, known);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        boolean positive = false;
        boolean required = false;
        List<String> texts = new ArrayList<>();
        for (Clause clause : words.clauses()) {
            if (clause.need() == Need.WANTED) {
                for (Words.Term term : clause.anyOf()) {
                    texts.add(term.text());
                    if (term.exact()) any.add(demanded.inWords(term), Occur.SHOULD);
                }
            } else {
                Query query = demanded.anyOf(clause.anyOf());
                all.add(query, clause.need() == Need.EXCLUDED ? Occur.MUST_NOT : Occur.MUST);
                required |= clause.need() == Need.REQUIRED;
                positive |= clause.need() == Need.REQUIRED && ofWords(clause);
            }
        }
        want(texts);
        wanted.addTo(any);
        // Nothing but words to find, and at most words to leave out, is what Lucene finds the best of in the quickest
        // way.
        if (wanted.any() && !required) any.build().forEach(all::add);
        else if (wanted.any()) all.add(any.build(), positive ? Occur.SHOULD : Occur.MUST);
        else if (!texts.isEmpty() && !positive) return new MatchNoDocsQuery("no word of it is in the index");
        else if (!positive) all.add(new MatchAllDocsQuery(), Occur.FILTER);
        return all.build();
    }

    private void want(List<String> texts) throws IOException {
        wanted.add(texts.stream()
                .filter(text -> !silent.contains(text.toLowerCase(Locale.ROOT)))
                .toList());
        // Nothing but words that say nothing: then they are meant.
        if (!wanted.any()) wanted.addAsTheyStand(texts);
    }

    /** Tags, authors, sites and languages narrow down what the words find, and are no answer to them. */
    private static boolean ofWords(Clause clause) {
        return clause.anyOf().stream().anyMatch(term -> term.place() == Place.ANYWHERE || term.place() == Place.TITLE);
    }

    /** Two such words of one language tell which it is; one may be a name or a word of another. */
    static Set<String> silent(Words words, Collection<Language> languages) {
        Set<String> most = Set.of();
        for (Language language : languages) {
            Set<String> here = new HashSet<>();
            for (Clause clause : words.clauses()) {
                String word = clause.anyOf().get(0).text().toLowerCase(Locale.ROOT);
                if (clause.need() == Need.WANTED && language.empty().contains(word)) here.add(word);
            }
            if (here.size() > most.size()) most = here;
        }
        return most.size() < 2 ? Set.of() : most;
    }

    /** Words that were typed side by side. Asked after {@link #of}, of the same words. */
    Optional<Query> near(Words words) throws IOException {
        StringBuilder typed = new StringBuilder();
        for (Clause clause : words.clauses()) {
            if (clause.need() != Need.WANTED || clause.anyOf().size() > 1) continue;
            String text = clause.anyOf().get(0).text();
            if (!silent.contains(text.toLowerCase(Locale.ROOT)))
                typed.append(text).append(' ');
        }
        Map<String, List<Term>> stems = new LinkedHashMap<>();
        for (Language language : languages) {
            String field = Fields.stemmed(language);
            stems.put(
                    field,
                    Analysis.wholes(language.stemmed(), field, typed.toString()).stream()
                            .map(stem -> new Term(field, stem))
                            .toList());
        }
        Set<Term> there =
                wanted.there(stems.values().stream().flatMap(List::stream).toList());
        BooleanQuery.Builder pairs = new BooleanQuery.Builder();
        stems.forEach((field, typedHere) -> {
            List<Term> here = typedHere.stream().filter(there::contains).toList();
            for (int i = 0; i + 1 < Math.min(MOST_NEAR, here.size()); i++) {
                Query pair = new PhraseQuery(
                        Ranking.NEAR_MOVES,
                        field,
                        here.get(i).bytes(),
                        here.get(i + 1).bytes());
                pairs.add(new BoostQuery(pair, Ranking.NEAR), Occur.SHOULD);
            }
        });
        BooleanQuery any = pairs.build();
        return any.clauses().isEmpty() ? Optional.empty() : Optional.of(any);
    }
}
