package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import dev.postwire.query.post.Slug;
import dev.postwire.query.search.Words;
import dev.postwire.query.search.Words.Place;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What a post must have or must not have, or is asked for as it stands. For one question. */
final class DemandedWords {
    private final List<Language> languages;
    private boolean cut;

    /** @param languages in whose fields words are looked for */
    DemandedWords(List<Language> languages) {
        this.languages = languages;
    }

    /** True where there were too many terms to look for, and only the first ones were. */
    boolean cut() {
        return cut;
    }

    Query anyOf(List<Words.Term> terms) {
        if (terms.size() == 1) return one(terms.get(0));
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(term -> any.add(one(term), Occur.SHOULD));
        return any.build();
    }

    private Query one(Words.Term term) {
        if (term.place() == Place.ANYWHERE || term.place() == Place.TITLE) return inWords(term);
        String field =
                switch (term.place()) {
                    case AUTHOR -> Fields.AUTHOR;
                    case SITE -> Fields.SITE;
                    case TAG -> Fields.TAG;
                    default -> Fields.LANGUAGE;
                };
        return new TermQuery(new Term(field, value(term)));
    }

    private static String value(Words.Term term) {
        String text = PostDocument.name(term.text());
        String value =
                switch (term.place()) {
                    case TAG -> Slug.of(text);
                    case SITE -> text.startsWith("www.") ? text.substring(4) : text;
                    default -> text;
                };
        return PostDocument.key(value);
    }

    /** In any language: all that the term is cut into, one after the other. */
    Query inWords(Words.Term term) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Language language : languages) {
            boolean title = term.place() == Place.TITLE;
            if (!term.exact() || title) {
                String field = title ? Fields.title(language) : Fields.stemmed(language);
                List<String> stems = noted(Analysis.wholes(language.stemmed(), Fields.stemmed(language), term.text()));
                if (!stems.isEmpty()) any.add(inOrder(field, stems), Occur.SHOULD);
                if (!stems.isEmpty() || title) continue;
            }
            List<String> exact = noted(Analysis.terms(language.exact(), Fields.exact(language), term.text()));
            if (!exact.isEmpty()) any.add(inOrder(Fields.exact(language), exact), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query inOrder(String field, List<String> terms) {
        if (terms.size() == 1) return new TermQuery(new Term(field, terms.get(0)));
        return new PhraseQuery(field, terms.toArray(String[]::new));
    }

    private List<String> noted(List<String> terms) {
        cut |= terms.size() == Analysis.MOST_TERMS;
        return terms;
    }
}
