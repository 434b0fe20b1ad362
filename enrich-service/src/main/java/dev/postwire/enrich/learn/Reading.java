package dev.postwire.enrich.learn;

import dev.postwire.enrich.learn.Terms.Kind;
import dev.postwire.enrich.word.PostWords;
import java.util.BitSet;

/**
 * A post in numbers.
 *
 * @param day of its publication, counted from 1970; {@link #NO_DAY} where it is not known
 * @param words how many its text has
 */
record Reading(String language, Tokens title, Tokens text, Terms terms, int day, int words) {
    static final int NO_DAY = Integer.MIN_VALUE;

    static Reading of(Subject subject) {
        PostWords post = subject.words();
        Address address = Address.of(subject.url());
        Tokens title = Tokens.of(post.title(), post.stems());
        Tokens text = Tokens.of(post.text(), post.stems());
        TermCounter terms = new TermCounter();
        count(text, post.headings(), terms);
        countTitle(title, terms);
        for (String folder : address.folders()) terms.add(Kind.PATH.term(Hash.of(folder)), 1);
        terms.add(Kind.SHAPE.term(Hash.of(post.language())), 1);
        int words = post.text().size();
        terms.add(Kind.SHAPE.term(Integer.SIZE - Integer.numberOfLeadingZeros(words)), 1);
        int day = subject.published().map(date -> (int) date.toEpochDay()).orElse(address.day());
        return new Reading(post.language(), title, text, terms.terms(), day, words);
    }

    Reading with(Terms other) {
        return new Reading(language, title, text, other, day, words);
    }

    private static void count(Tokens text, BitSet headings, TermCounter terms) {
        for (int i = 0; i < text.size(); i++) {
            terms.add(Kind.WORD.term(text.stems()[i]), headings.get(i) ? 2 : 1);
            if (i > 0) terms.add(Kind.PAIR.term(pair(text, i)), 1);
            if (text.begins()[i] != 0) terms.add(Kind.BEGIN.term(text.begins()[i]), 1);
        }
    }

    private static void countTitle(Tokens title, TermCounter terms) {
        for (int i = 0; i < title.size(); i++) {
            terms.add(Kind.WORD.term(title.stems()[i]), 1);
            terms.add(Kind.TITLE.term(title.stems()[i]), 1);
            if (i > 0) {
                terms.add(Kind.PAIR.term(pair(title, i)), 1);
                terms.add(Kind.TITLE.term(pair(title, i)), 1);
            }
            if (title.begins()[i] != 0) terms.add(Kind.BEGIN.term(title.begins()[i]), 1);
        }
    }

    /** Of a word and the one before it. */
    static int pair(Tokens tokens, int word) {
        return tokens.stems()[word - 1] * 31 + tokens.stems()[word];
    }
}
