package dev.postwire.enrich.tag;

import dev.postwire.enrich.phrase.KeyPhrase;
import dev.postwire.enrich.phrase.KeyPhrases;
import dev.postwire.enrich.phrase.Lexicon;
import dev.postwire.enrich.phrase.PhraseKey;
import dev.postwire.enrich.word.PostWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Suggests a post's own key phrases. Thread-safe. */
final class Proposals {
    static final int MOST = 40;
    /** A longer phrase is a sentence's piece. */
    private static final int LONGEST_LABEL = 60;

    private final Lexicon lexicon;

    Proposals(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The strongest first. */
    List<Suggestion> suggest(PostWords post) {
        List<KeyPhrase> phrases = KeyPhrases.of(post, lexicon, MOST);
        double best = phrases.isEmpty() ? 1 : phrases.get(0).score();
        List<Suggestion> suggestions = new ArrayList<>(phrases.size());
        for (KeyPhrase phrase : phrases) {
            String label = label(phrase);
            String slug = Slug.of(label);
            if (!slug.isEmpty() && label.length() <= LONGEST_LABEL) {
                suggestions.add(suggestion(phrase, slug, label, phrase.score() / best));
            }
        }
        return suggestions;
    }

    private static Suggestion suggestion(KeyPhrase phrase, String slug, String label, double score) {
        List<String> stems = List.of(phrase.stems().split(" "));
        return new Suggestion(
                slug,
                label,
                Optional.empty(),
                PhraseKey.of(stems),
                stems,
                phrase.titleWord(),
                phrase.count(),
                phrase.alone(),
                phrase.places().isEmpty() ? -1 : phrase.places().get(0).first(),
                phrase.spread(),
                phrase.inHeadings(),
                phrase.inLinks(),
                phrase.capitalised(),
                phrase.rarity(),
                score,
                0,
                0,
                1,
                "",
                0,
                0,
                phrase.places(),
                phrase.inTitle());
    }

    /** Names keep their capitals; other phrases have them from the beginning of a sentence or a section title. */
    private static String label(KeyPhrase phrase) {
        if (phrase.capitalised() > 0 || phrase.count() == 0) return phrase.label();
        StringBuilder label = new StringBuilder(phrase.label());
        for (int i = 0; i + 1 < label.length(); i++) {
            boolean begins = i == 0 || label.charAt(i - 1) == ' ';
            if (begins && Character.isLowerCase(label.charAt(i + 1)))
                label.setCharAt(i, Character.toLowerCase(label.charAt(i)));
        }
        return label.toString();
    }
}
