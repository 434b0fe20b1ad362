package dev.postwire.enrich.tag;

import dev.postwire.enrich.phrase.KeyPhrase.Place;
import dev.postwire.enrich.vocabulary.Concept;
import java.util.List;
import java.util.Optional;

/**
 * What a post may be tagged with, before it is judged: a concept of the vocabulary, a key phrase, or both in one.
 *
 * @param key of the phrase, as {@link dev.postwire.enrich.phrase.PhraseKey} makes them
 * @param stems of its words
 * @param titleWord where in the title it stands, or -1
 * @param count how often it stands in the text
 * @param alone how often it does so outside of longer key phrases
 * @param first the first word of the text it stands at; -1 where only the title has it
 * @param spread in how many eighths of the text it stands
 * @param capitalised how often it is written as a name
 * @param score as a key phrase, against the best one's; 0 where it is none
 * @param preferred the share of the mentions that name the concept by its preferred label
 * @param exact the share of the mentions that are written just as a label is
 * @param gate how sure it is that the concept is meant; 1 for a phrase
 * @param gateReason why it is that sure, in words for an operator; empty for a phrase
 * @param narrower how many concepts that it is directly above are mentioned
 * @param kin how many of its narrower and related concepts are mentioned
 * @param places its first places in the text
 * @param said the title's words for it, empty where the title has it not
 */
record Suggestion(
        String slug,
        String label,
        Optional<Concept> concept,
        long key,
        List<String> stems,
        int titleWord,
        int count,
        int alone,
        int first,
        int spread,
        int inHeadings,
        int inLinks,
        int capitalised,
        double rarity,
        double score,
        double preferred,
        double exact,
        double gate,
        String gateReason,
        int narrower,
        int kin,
        List<Place> places,
        String said) {

    Suggestion {
        stems = List.copyOf(stems);
        places = List.copyOf(places);
    }

    boolean inTitle() {
        return titleWord >= 0;
    }

    @Override
    public String toString() {
        return "Suggestion[slug=" + slug + ", count=" + count + "]";
    }
}
