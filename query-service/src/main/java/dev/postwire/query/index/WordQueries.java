package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import dev.postwire.query.search.Words;
import dev.postwire.query.search.Words.Clause;
import dev.postwire.query.search.Words.Need;
import dev.postwire.query.search.Words.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words of a query, looked for in every language the index has: in which language somebody types is not known, and a post has
 * the fields of its own language only, so that its words are weighed by how rare they are in that language.
 */
final class WordQueries {
    /** In a long text the beginning says enough of which words belong together. */
    private static final int MOST_NEAR = 24;

    /**
     * So many terms are looked for in one field: more than anyone types, and a long paragraph that was pasted. Of a field for each
     * language and its like, far below what a query may hold.
     */
    private static final int MOST_IN_FIELD = Analysis.MOST_TERMS;

    /** So many in all fields, each of them in the index. */
    private static final int MOST_TERMS = 4_096;

    private final IndexSearcher searcher;
    private final List<Language> known;
    private final List<Language> languages;
    private final DemandedWords demanded;

    /** Words that say nothing in the language that was typed, in lower case: they say nothing in any other either. */
    private Set<String> silent = Set.of();

    /** What is wanted, each once: what was typed twice weighs twice. */
    private final Map<Term, Weighed> terms = new LinkedHashMap<>();

    /** In how many posts of any language the word stands that a term was cut from. */
    private final Map<Term, Long> everywhere = new HashMap<>();

    private final Map<String, Integer> inField = new HashMap<>();
    private boolean cut;

    private record Weighed(TermStates states, float weight) {}

    WordQueries(IndexSearcher searcher, List<Language> languages) {
        this(searcher, languages, languages);
    }

    /**
     * @param known whose words that say nothing are told
     * @param languages in whose fields words are looked for: all that a post can have which may answer
     */
    WordQueries(IndexSearcher searcher, List<Language> known, List<Language> languages) {
        this.searcher = searcher;
        this.known = known;
        this.languages = languages;
        this.demanded = new DemandedWords(languages);
    }

    /** True where there were too many terms to look for, and only the first ones were. */
    boolean cut() {
        return cut || demanded.cut();
    }

    /** For one question only. */
    Query of(Words words) throws IOException {
        silent = silent(words, known);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean any = false;
        boolean positive = false;
        BooleanQuery.Builder wanted = new BooleanQuery.Builder();
        for (Clause clause : words.clauses()) {
            if (clause.need() == Need.WANTED) {
                for (Words.Term term : clause.anyOf()) {
                    any |= addWanted(term.text(), false);
                    if (term.exact()) wanted.add(demanded.inWords(term), Occur.SHOULD);
                }
            } else {
                Query query = demanded.anyOf(clause.anyOf());
                all.add(query, clause.need() == Need.EXCLUDED ? Occur.MUST_NOT : Occur.MUST);
                positive |= clause.need() == Need.REQUIRED && ofWords(clause);
            }
        }
        if (any) near(wanted, words);
        boolean asked = words.clauses().stream().anyMatch(clause -> clause.need() == Need.WANTED);
        // Nothing but words that say nothing: then they are meant.
        if (asked && !any) {
            for (Clause clause : words.clauses()) {
                if (clause.need() != Need.WANTED) continue;
                for (Words.Term term : clause.anyOf()) any |= addWanted(term.text(), true);
            }
        }
        addTerms(wanted);
        if (any) all.add(wanted.build(), positive ? Occur.SHOULD : Occur.MUST);
        else if (asked && !positive) return new MatchNoDocsQuery("no word of it is in the index");
        else if (!positive) all.add(new MatchAllDocsQuery(), Occur.FILTER);
        return all.build();
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

    /** @return whether the index has any of it */
    private boolean addWanted(String text, boolean exactly) throws IOException {
        boolean any = false;
        if (!exactly && silent.contains(text.toLowerCase(Locale.ROOT))) return false;
        List<Term> stems = new ArrayList<>();
        List<Term> words = new ArrayList<>();
        for (Language language : languages) {
            if (!exactly) {
                List<String> cut = cutInto(language.stemmed(), Fields.stemmed(language), text);
                for (String term : cut) any |= addTerm(new Term(Fields.stemmed(language), term), 1f);
                if (cut.size() == 1) stems.add(new Term(Fields.stemmed(language), cut.get(0)));
            }
            float weight = exactly ? 1f : Ranking.exact(language);
            if (!exactly && language.empty().contains(text.toLowerCase(Locale.ROOT))) continue;
            List<String> cut = cutInto(language.exact(), Fields.exact(language), text);
            for (String term : cut) any |= addTerm(new Term(Fields.exact(language), term), weight);
            if (cut.size() == 1) words.add(new Term(Fields.exact(language), cut.get(0)));
        }
        sum(stems);
        sum(words);
        return any;
    }

    /** Notes of what one word was cut into, in each language, in how many posts it is in all. */
    private void sum(List<Term> ofOneWord) {
        ofOneWord.removeIf(term -> !terms.containsKey(term));
        long sum = ofOneWord.stream()
                .mapToLong(term -> terms.get(term).states().docFreq())
                .sum();
        ofOneWord.forEach(term -> everywhere.merge(term, sum, Math::max));
    }

    private float weight(Term term, Weighed weighed) throws IOException {
        long having = weighed.states().docFreq();
        long posts = searcher.collectionStatistics(term.field()).docCount();
        long havingAny = everywhere.getOrDefault(term, having);
        return (float) (weighed.weight()
                * Rarity.correction(
                        having, posts, havingAny, searcher.getIndexReader().numDocs()));
    }

    /** Words that were typed side by side. */
    private void near(BooleanQuery.Builder wanted, Words words) throws IOException {
        StringBuilder typed = new StringBuilder();
        for (Clause clause : words.clauses()) {
            if (clause.need() != Need.WANTED || clause.anyOf().size() > 1) continue;
            String text = clause.anyOf().get(0).text();
            if (!silent.contains(text.toLowerCase(Locale.ROOT)))
                typed.append(text).append(' ');
        }
        for (Language language : languages) {
            String field = Fields.stemmed(language);
            List<String> terms = Analysis.wholes(language.stemmed(), field, typed.toString());
            terms.removeIf(term -> !there(new Term(field, term)));
            for (int i = 0; i + 1 < Math.min(MOST_NEAR, terms.size()); i++) {
                Query pair = new PhraseQuery(Ranking.NEAR_MOVES, field, terms.get(i), terms.get(i + 1));
                wanted.add(new BoostQuery(pair, Ranking.NEAR), Occur.SHOULD);
            }
        }
    }

    private boolean there(Term term) {
        try {
            return searcher.getIndexReader().docFreq(term) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> cutInto(Analyzer analyzer, String field, String text) {
        List<String> terms = Analysis.terms(analyzer, field, text);
        cut |= terms.size() == Analysis.MOST_TERMS;
        return terms;
    }

    private boolean addTerm(Term term, float weight) throws IOException {
        Weighed before = terms.get(term);
        if (before != null) {
            terms.put(term, new Weighed(before.states(), before.weight() + weight));
            return true;
        }
        if (inField.merge(term.field(), 1, Integer::sum) > MOST_IN_FIELD || terms.size() == MOST_TERMS) {
            cut = true;
            return false;
        }
        TermStates states = TermStates.build(searcher, term, true);
        if (states.docFreq() == 0) return false;
        terms.put(term, new Weighed(states, weight));
        return true;
    }

    private void addTerms(BooleanQuery.Builder wanted) throws IOException {
        for (Map.Entry<Term, Weighed> one : terms.entrySet()) {
            Query query = new TermQuery(one.getKey(), one.getValue().states());
            wanted.add(new BoostQuery(query, weight(one.getKey(), one.getValue())), Occur.SHOULD);
        }
    }
}
