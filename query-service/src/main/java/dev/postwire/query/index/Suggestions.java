package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import dev.postwire.query.analysis.Languages;
import dev.postwire.query.post.Slug;
import dev.postwire.query.search.Words;
import dev.postwire.query.search.Words.Clause;
import dev.postwire.query.search.Words.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/**
 * What may have been meant where nothing was found: each word the index does not know by the nearest it knows, two typos at most, and
 * each author, site or tag that no post has by the one that was likely meant.
 */
final class Suggestions {
    private static final int EACH = 3;

    /** What is cut into more is a text without spaces and no word with a typo in it. */
    private static final int MOST_PARTS = 4;

    private final IndexSearcher searcher;
    private final List<Language> languages;
    private final DirectSpellChecker checker = new DirectSpellChecker();
    private final FieldValues values;

    Suggestions(IndexSearcher searcher, List<Language> languages) {
        this.searcher = searcher;
        this.languages = languages;
        this.values = new FieldValues(searcher.getIndexReader());
        checker.setMinPrefix(0);
        checker.setMinQueryLength(3);
        checker.setMaxQueryFrequency(0f);
        checker.setAccuracy(0.6f);
    }

    /** At most one: the whole query with other words in it. */
    List<String> of(Words words) throws IOException {
        List<String> typed = new ArrayList<>();
        boolean other = false;
        for (Clause clause : words.clauses()) {
            List<String> anyOf = new ArrayList<>();
            for (Words.Term term : clause.anyOf()) {
                Optional<String> better = clause.need() == Words.Need.EXCLUDED ? Optional.empty() : better(term);
                other |= better.isPresent();
                anyOf.add(sign(clause) + written(term.place(), better.orElse(term.text())));
            }
            typed.add(String.join(" OR ", anyOf));
        }
        return other ? List.of(String.join(" ", typed)) : List.of();
    }

    private Optional<String> better(Words.Term term) throws IOException {
        return switch (term.place()) {
            case ANYWHERE, TITLE -> better(term.text());
            case AUTHOR -> values.meant(Fields.AUTHOR, PostDocument.name(term.text()));
            case SITE -> values.meant(Fields.SITE, PostDocument.name(term.text()));
            case TAG -> values.meant(Fields.TAG, Slug.of(term.text()));
            case LANGUAGE -> Optional.empty();
        };
    }

    /** As it would be typed. */
    private static String written(Place place, String text) {
        if (place == Place.ANYWHERE) return text;
        String value = text.chars().anyMatch(Character::isWhitespace) ? '"' + text + '"' : text;
        return place.name().toLowerCase(Locale.ROOT) + ':' + value;
    }

    private static String sign(Clause clause) {
        return clause.need() == Words.Need.EXCLUDED ? "-" : "";
    }

    private Optional<String> better(String text) throws IOException {
        List<String> better = new ArrayList<>();
        boolean other = false;
        for (String word : text.strip().split("\\s+")) {
            Optional<SuggestWord> nearest = nearest(word);
            other |= nearest.isPresent();
            better.add(nearest.map(one -> Languages.written(one.string)).orElse(word));
        }
        return other ? Optional.of(String.join(" ", better)) : Optional.empty();
    }

    /** Nearest first, then the more frequent, then by the alphabet. */
    private Optional<SuggestWord> nearest(String word) throws IOException {
        List<SuggestWord> all = new ArrayList<>();
        for (Language language : languages) {
            if (language.scripts() == Language.Scripts.EAST_ASIAN) continue;
            String field = Fields.exact(language);
            List<String> terms = Analysis.terms(language.exact(), field, word);
            if (terms.size() > MOST_PARTS) return Optional.empty();
            for (String term : terms) {
                if (searcher.getIndexReader().docFreq(new Term(field, term)) > 0) return Optional.empty();
                all.addAll(List.of(checker.suggestSimilar(
                        new Term(field, term), EACH, searcher.getIndexReader(), SuggestMode.SUGGEST_ALWAYS)));
            }
        }
        return all.stream()
                .min(Comparator.comparingDouble((SuggestWord one) -> -one.score)
                        .thenComparingInt(one -> -one.freq)
                        .thenComparing(one -> one.string));
    }
}
