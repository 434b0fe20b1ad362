package dev.postwire.enrich.tag;

import dev.postwire.enrich.phrase.Lexicon;
import java.io.DataInput;
import java.io.IOException;

/**
 * What authors on many sites are used to: how rare words are in their texts, how probably a word of a text is in its tags, how
 * usual a phrase is as a tag. Numbers by hashes of words and phrases. Immutable; thread-safe.
 */
final class TagHabits implements Lexicon {
    private final HashedBytes rarity;
    private final HashedBytes words;
    private final HashedBytes labels;

    private TagHabits(HashedBytes rarity, HashedBytes words, HashedBytes labels) {
        this.rarity = rarity;
        this.words = words;
        this.labels = labels;
    }

    static TagHabits read(DataInput in) throws IOException {
        return new TagHabits(HashedBytes.read(in), HashedBytes.read(in), HashedBytes.read(in));
    }

    @Override
    public double rarity(long word) {
        return rarity.get(word, 255) / 255.0;
    }

    @Override
    public double habit(long phrase) {
        return labels.get(phrase, 0) / 255.0;
    }

    /** How much a word is one of tags rather than of texts, 0 to 1; unknown ones have a value of their own in the middle. */
    double tagWord(long word) {
        return words.get(word, 64) / 255.0;
    }
}
