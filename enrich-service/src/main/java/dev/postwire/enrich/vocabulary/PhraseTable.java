package dev.postwire.enrich.vocabulary;

/** Labels by the hashes of their words, and how long those are that begin with a word. Filled by one thread, then read by any. */
final class PhraseTable {
    private final LongTable labels = new LongTable();
    /** How many words labels have that begin with a word: a bit each. */
    private final LongTable lengths = new LongTable();

    /** @return the label that stands there now: another where the phrase was taken */
    int add(int label, long phrase, long firstWord, int length) {
        int owner = labels.putIfAbsent(phrase, label);
        if (owner != label) return owner;
        int before = lengths.get(firstWord);
        lengths.put(firstWord, (before == LongTable.ABSENT ? 0 : before) | 1 << length);
        return label;
    }

    /** How many words the labels have that may begin with the word: a bit each. */
    int lengths(long firstWord) {
        int found = lengths.get(firstWord);
        return found == LongTable.ABSENT ? 0 : found;
    }

    /** @return a label's number, or {@link LongTable#ABSENT} */
    int find(long phrase) {
        return labels.get(phrase);
    }
}
