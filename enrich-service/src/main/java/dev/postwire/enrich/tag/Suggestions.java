package dev.postwire.enrich.tag;

import dev.postwire.enrich.phrase.KeyPhrase.Place;
import dev.postwire.enrich.phrase.Lexicon;
import dev.postwire.enrich.vocabulary.Mention;
import dev.postwire.enrich.vocabulary.Vocabulary;
import dev.postwire.enrich.word.PostWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a post may be tagged with by its own words and a vocabulary, each once: a key phrase that names a concept belongs to the
 * concept. Thread-safe.
 */
final class Suggestions {
    private final VocabularyTagger concepts;
    private final Proposals phrases;

    Suggestions(Vocabulary vocabulary, Lexicon lexicon) {
        this.concepts = new VocabularyTagger(vocabulary, lexicon);
        this.phrases = new Proposals(lexicon);
    }

    /** Concepts first, then the other phrases, the strongest first. */
    List<Suggestion> of(PostWords post, List<Mention> mentions) {
        List<Suggestion> named = concepts.suggest(post, mentions);
        Map<Place, Integer> numbers = new HashMap<>();
        Map<Long, Integer> keys = new HashMap<>();
        Set<String> slugs = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            if (named.get(i).count() > 0) for (Place place : named.get(i).places()) numbers.put(place, i);
            keys.put(named.get(i).key(), i);
            slugs.add(named.get(i).slug());
        }
        List<Suggestion> all = new ArrayList<>(named);
        for (Suggestion phrase : phrases.suggest(post)) {
            Integer concept = keys.get(phrase.key());
            if (concept == null && !phrase.places().isEmpty())
                concept = numbers.get(phrase.places().get(0));
            if (concept != null) all.set(concept, scored(all.get(concept), phrase.score()));
            else if (slugs.add(phrase.slug())) all.add(phrase);
        }
        Set<String> site = names(post.site());
        all.removeIf(suggestion -> site.contains(suggestion.slug().replace("-", "")));
        return all;
    }

    /** A site's host name, and its parts without hyphens: what stands over all its posts tells them not apart. */
    private static Set<String> names(Optional<String> site) {
        Set<String> names = new HashSet<>();
        if (site.isEmpty()) return names;
        names.add(site.get());
        for (String part : site.get().split("\\.")) names.add(part.replace("-", ""));
        return names;
    }

    private static Suggestion scored(Suggestion of, double score) {
        if (of.score() >= score) return of;
        return new Suggestion(
                of.slug(),
                of.label(),
                of.concept(),
                of.key(),
                of.stems(),
                of.titleWord(),
                of.count(),
                of.alone(),
                of.first(),
                of.spread(),
                of.inHeadings(),
                of.inLinks(),
                of.capitalised(),
                of.rarity(),
                score,
                of.preferred(),
                of.exact(),
                of.gate(),
                of.gateReason(),
                of.narrower(),
                of.kin(),
                of.places(),
                of.said());
    }
}
