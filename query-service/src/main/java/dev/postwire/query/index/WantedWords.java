package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import java.io.IOException;
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
import org.apache.lucene.search.TermQuery;

/** What a post may have, the more of it the better: words in each language, by their stems and as they stand. For one question. */
final class WantedWords {
    /**
     * So many terms are looked for in one field: more than anyone types, and a long paragraph that was pasted. Of a field for each
     * language and its like, far below what a query may hold.
     */
    private static final int MOST_IN_FIELD = Analysis.MOST_TERMS;

    /** So many in all fields, each of them in the index. */
    private static final int MOST_TERMS = 4_096;

    private final IndexSearcher searcher;
    private final List<Language> languages;

    /** What is known of the terms that were looked for and are there. */
    private final Map<Term, TermStates> states = new HashMap<>();

    private final Set<Term> looked = new HashSet<>();
    private final Map<String, Integer> inField = new HashMap<>();

    /** What is wanted, each once: what was typed twice weighs twice. */
    private final Map<Term, Float> weights = new LinkedHashMap<>();

    /** In how many posts of any language the word stands that a term was cut from. */
    private final Map<Term, Long> everywhere = new HashMap<>();

    private boolean cut;

    /** @param languages in whose fields words are looked for */
    WantedWords(IndexSearcher searcher, List<Language> languages) {
        this.searcher = searcher;
        this.languages = languages;
    }

    /** True where there were too many terms to look for, and only the first ones were. */
    boolean cut() {
        return cut;
    }

    /** A word in one language: what it is cut into by its stem, and as it stands. */
    private record Word(Language language, List<Term> stems, List<Term> exact) {}

    /** Adds words, each in every language. */
    void add(List<String> texts) throws IOException {
        List<List<Word>> words = new ArrayList<>();
        for (String text : texts) {
            List<Word> word = new ArrayList<>();
            for (Language language : languages) {
                word.add(new Word(
                        language, terms(language.stemmed(), Fields.stemmed(language), text), new ArrayList<>()));
            }
            words.add(word);
        }
        look(words.stream()
                .flatMap(List::stream)
                .flatMap(word -> word.stems().stream())
                .toList());
        for (int i = 0; i < words.size(); i++) {
            for (Word word : words.get(i)) {
                if (mayStand(texts.get(i), word)) word.exact().addAll(exact(word.language(), texts.get(i)));
            }
        }
        look(words.stream()
                .flatMap(List::stream)
                .flatMap(word -> word.exact().stream())
                .toList());
        words.forEach(this::weigh);
    }

    /** Adds words as they stand, also those that say nothing. */
    void addAsTheyStand(List<String> texts) throws IOException {
        for (String text : texts) {
            List<List<Term>> word =
                    languages.stream().map(language -> exact(language, text)).toList();
            look(word.stream().flatMap(List::stream).toList());
            word.forEach(terms -> terms.forEach(term -> add(term, 1f)));
            sum(word);
        }
    }

    /** Where no post has its stem none has the word, and to look for that too takes as long again, in every language. */
    private boolean mayStand(String text, Word word) {
        if (word.language().empty().contains(text.toLowerCase(Locale.ROOT))) return false;
        return word.stems().isEmpty()
                || word.language().scripts() == Language.Scripts.EAST_ASIAN
                || word.stems().stream().anyMatch(states::containsKey);
    }

    private List<Term> exact(Language language, String text) {
        return terms(language.exact(), Fields.exact(language), text);
    }

    private List<Term> terms(Analyzer analyzer, String field, String text) {
        List<String> terms = Analysis.terms(analyzer, field, text);
        cut |= terms.size() == Analysis.MOST_TERMS;
        return terms.stream().map(term -> new Term(field, term)).toList();
    }

    private void weigh(List<Word> word) {
        for (Word one : word) {
            one.stems().forEach(term -> add(term, 1f));
            one.exact().forEach(term -> add(term, Ranking.exact(one.language())));
        }
        sum(word.stream().map(Word::stems).toList());
        sum(word.stream().map(Word::exact).toList());
    }

    private void add(Term term, float weight) {
        if (!states.containsKey(term)) return;
        if (weights.size() == MOST_TERMS && !weights.containsKey(term)) cut = true;
        else weights.merge(term, weight, Float::sum);
    }

    /** Notes of what one word was cut into, in each language, in how many posts it is in all. */
    private void sum(List<List<Term>> ofOneWord) {
        List<Term> whole = ofOneWord.stream()
                .filter(terms -> terms.size() == 1)
                .map(terms -> terms.get(0))
                .filter(weights::containsKey)
                .toList();
        long sum = whole.stream().mapToLong(term -> states.get(term).docFreq()).sum();
        whole.forEach(term -> everywhere.merge(term, sum, Math::max));
    }

    private void look(Collection<Term> terms) throws IOException {
        List<Term> fresh = new ArrayList<>();
        for (Term term : terms) {
            if (looked.contains(term)) continue;
            if (inField.merge(term.field(), 1, Integer::sum) > MOST_IN_FIELD) {
                cut = true;
                continue;
            }
            looked.add(term);
            fresh.add(term);
        }
        states.putAll(TermLookup.of(searcher, fresh));
    }

    /** Which of them any post has. */
    Set<Term> there(Collection<Term> terms) throws IOException {
        List<Term> fresh = terms.stream().filter(term -> !looked.contains(term)).toList();
        Set<Term> there = new HashSet<>(TermLookup.of(searcher, fresh).keySet());
        terms.stream().filter(states::containsKey).forEach(there::add);
        return there;
    }

    /** False where no post has any of it. */
    boolean any() {
        return !weights.isEmpty();
    }

    void addTo(BooleanQuery.Builder wanted) throws IOException {
        for (var one : weights.entrySet()) {
            TermStates known = states.get(one.getKey());
            float weight = one.getValue() * correction(one.getKey(), known.docFreq());
            wanted.add(new BoostQuery(new TermQuery(one.getKey(), known), weight), Occur.SHOULD);
        }
    }

    private float correction(Term term, long having) throws IOException {
        long posts = searcher.collectionStatistics(term.field()).docCount();
        long havingAny = everywhere.getOrDefault(term, having);
        return (float) Rarity.correction(
                having, posts, havingAny, searcher.getIndexReader().numDocs());
    }
}
