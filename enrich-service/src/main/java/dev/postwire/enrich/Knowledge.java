package dev.postwire.enrich;

import dev.postwire.enrich.learn.CurrentModel;
import dev.postwire.enrich.vocabulary.Vocabulary;

/**
 * What tags and entities are found by.
 *
 * @param model what is learned of authors' tags, which may be replaced at any time
 */
public record Knowledge(Vocabulary vocabulary, CurrentModel model) {
    /** What comes with this version: the built-in vocabulary, and nothing learned. */
    public static Knowledge builtIn() {
        return new Knowledge(Vocabulary.builtIn(), new CurrentModel());
    }
}
