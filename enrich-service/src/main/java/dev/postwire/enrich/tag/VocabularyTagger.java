package dev.postwire.enrich.tag;

import dev.postwire.enrich.phrase.KeyPhrase.Place;
import dev.postwire.enrich.phrase.Lexicon;
import dev.postwire.enrich.phrase.PhraseKey;
import dev.postwire.enrich.vocabulary.Concept;
import dev.postwire.enrich.vocabulary.Mention;
import dev.postwire.enrich.vocabulary.Vocabulary;
import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Stems;
import dev.postwire.enrich.word.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Suggests the concepts of a vocabulary that a post mentions. Thread-safe. */
final class VocabularyTagger {
    private static final int PARTS = 8;
    private static final int MOST_PLACES = 8;
    private static final int FEWEST_NARROWER = 2;

    private final Vocabulary vocabulary;
    private final Lexicon lexicon;

    VocabularyTagger(Vocabulary vocabulary, Lexicon lexicon) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
    }

    /** In the order in which they are mentioned first; those that are ruled out at every place are left out. */
    List<Suggestion> suggest(PostWords post, List<Mention> mentions) {
        Map<String, List<Mention>> bySlug = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            if (mention.gate() > 0)
                bySlug.computeIfAbsent(mention.concept().slug(), s -> new ArrayList<>())
                        .add(mention);
        }
        Map<String, Integer> narrower = counts(bySlug, Concept::broader);
        Map<String, Integer> kin = new HashMap<>(narrower);
        counts(bySlug, Concept::related).forEach((slug, count) -> kin.merge(slug, count, Integer::sum));
        List<Suggestion> suggestions = new ArrayList<>(bySlug.size());
        bySlug.forEach((slug, of) ->
                suggestions.add(suggestion(post, of, narrower.getOrDefault(slug, 0), kin.getOrDefault(slug, 0))));
        suggestions.addAll(broader(post, bySlug));
        return suggestions;
    }

    /** What several of the mentioned concepts are one of, though it is not mentioned itself. */
    private List<Suggestion> broader(PostWords post, Map<String, List<Mention>> bySlug) {
        Map<String, List<Mention>> below = new LinkedHashMap<>();
        for (List<Mention> mentions : bySlug.values()) {
            for (String slug : mentions.get(0).concept().broader()) {
                if (!bySlug.containsKey(slug))
                    below.computeIfAbsent(slug, s -> new ArrayList<>()).add(mentions.get(0));
            }
        }
        List<Suggestion> suggestions = new ArrayList<>();
        below.forEach((slug, narrower) -> {
            if (narrower.size() >= FEWEST_NARROWER)
                vocabulary.bySlug(slug).ifPresent(concept -> suggestions.add(above(post, concept, narrower)));
        });
        return suggestions;
    }

    private Suggestion above(PostWords post, Concept concept, List<Mention> narrower) {
        List<Place> places = new ArrayList<>();
        String said = "";
        double gate = 0;
        for (Mention mention : narrower) {
            gate += mention.gate() / narrower.size();
            if (mention.inTitle()) said = post.title().written(mention.first(), mention.last());
            else if (places.size() < MOST_PLACES) places.add(new Place(mention.first(), mention.last()));
        }
        List<String> stems = stems(post.stems(), concept.label());
        return new Suggestion(
                concept.slug(),
                concept.label(),
                Optional.of(concept),
                PhraseKey.of(stems),
                stems,
                -1,
                0,
                0,
                places.isEmpty() ? -1 : places.get(0).first(),
                0,
                0,
                0,
                0,
                rarity(stems),
                0,
                0,
                0,
                gate,
                "",
                narrower.size(),
                narrower.size(),
                places,
                said);
    }

    private double rarity(List<String> stems) {
        return stems.stream()
                .mapToDouble(stem -> lexicon.rarity(PhraseKey.of(stem)))
                .average()
                .orElse(1);
    }

    /** How many of the mentioned concepts name each of others. */
    private static Map<String, Integer> counts(
            Map<String, List<Mention>> bySlug, Function<Concept, List<String>> others) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<Mention> mentions : bySlug.values()) {
            for (String slug : others.apply(mentions.get(0).concept())) counts.merge(slug, 1, Integer::sum);
        }
        return counts;
    }

    private Suggestion suggestion(PostWords post, List<Mention> mentions, int narrower, int kin) {
        Words text = post.text();
        Concept concept = mentions.get(0).concept();
        List<Place> places = new ArrayList<>();
        int titleWord = -1;
        String said = "";
        int count = 0;
        int parts = 0;
        int headings = 0;
        int links = 0;
        int capitals = 0;
        double gate = 0;
        String gateReason = "";
        double preferred = 0;
        double exact = 0;
        for (Mention mention : mentions) {
            if (mention.preferred()) preferred++;
            if (mention.exactCase()) exact++;
            if (mention.gate() > gate) gateReason = mention.reason();
            gate = Math.max(gate, mention.gate());
            int first = mention.first();
            if (mention.inTitle()) {
                if (titleWord >= 0) continue;
                titleWord = first;
                said = post.title().written(first, mention.last());
                continue;
            }
            count++;
            if (places.size() < MOST_PLACES) places.add(new Place(first, mention.last()));
            parts |= 1 << (int) ((long) first * PARTS / text.size());
            if (post.headings().get(first)) headings++;
            if (post.links().get(first)) links++;
            if (text.isCapitalised(first) && !text.startsSentence(first)) capitals++;
        }
        List<String> stems = stems(post.stems(), concept.label());
        return new Suggestion(
                concept.slug(),
                concept.label(),
                Optional.of(concept),
                PhraseKey.of(stems),
                stems,
                titleWord,
                count,
                count,
                places.isEmpty() ? -1 : places.get(0).first(),
                Integer.bitCount(parts),
                headings,
                links,
                capitals,
                rarity(said(post, mentions.get(0))),
                0,
                preferred / mentions.size(),
                exact / mentions.size(),
                gate,
                gateReason,
                narrower,
                kin,
                places,
                said);
    }

    private static List<String> said(PostWords post, Mention mention) {
        List<String> stems = new ArrayList<>();
        for (int word = mention.first(); word <= mention.last(); word++)
            stems.add(mention.inTitle() ? post.titleStem(word) : post.stem(word));
        return stems;
    }

    static List<String> stems(Stems stems, String label) {
        Words words = Words.of(label);
        List<String> found = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) found.add(stems.stem(words.folded(i)));
        return found;
    }
}
