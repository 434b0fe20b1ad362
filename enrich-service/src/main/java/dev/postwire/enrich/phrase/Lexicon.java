package dev.postwire.enrich.phrase;

/** What is known of words and phrases beforehand, by their {@link PhraseKey}. */
public interface Lexicon {
    /** Where nothing is known. */
    Lexicon EMPTY = new Lexicon() {
        @Override
        public double rarity(long word) {
            return 1;
        }

        @Override
        public double habit(long phrase) {
            return 0;
        }
    };

    /** How rare a word is over texts of many kinds: 0 for a word of every text, 1 for one of none. */
    double rarity(long word);

    /** How usual it is that authors give this very phrase as a tag: 0 where nobody is known to, 1 where very many are. */
    double habit(long phrase);
}
