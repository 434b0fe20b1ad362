package dev.postwire.enrich.vocabulary;

import dev.postwire.enrich.word.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The labels of a vocabulary as they are looked up: by their words, by their words' stems, and by their letters alone. Some 60
 * bytes a label. A label that two concepts claim is the first's to whom it was given. Filled by one thread, then read by any.
 */
final class Names {
    /** In words; a longer label is not found in texts. */
    static final int LONGEST = 12;

    static final int PREFERRED = 1;
    /** Each of its words is one that everybody uses. */
    static final int COMMON = 2;
    /** A capital stands in it, so that case tells something. */
    static final int CAPITALS = 4;
    /** Every letter is a capital. */
    static final int ACRONYM = 8;
    /** A digit, a sign or a capital within a word stands in it, so that nothing else is written like it. */
    static final int PECULIAR = 16;

    /** A word by which it is spoken of, no name of it. */
    static final int HIDDEN = 32;
    /** In another language than English. */
    static final int TRANSLATED = 64;

    private static final int SHORTEST_FORM = 4;

    private int count;
    private int[] concepts = new int[64];
    private byte[] flags = new byte[64];
    private byte[] lengths = new byte[64];
    private long[] written = new long[64];

    private final LongTable byWords = new LongTable();
    private final LongTable byStems = new LongTable();
    private final LongTable byLetters = new LongTable();
    /** How many words labels have that begin with a word: a bit each. */
    private final LongTable lengthsByFirst = new LongTable();

    private final LongTable lengthsByFirstStem = new LongTable();
    private final Map<String, Forms> forms = new HashMap<>();

    /** @return the concept whose label it is now: another than the given one where it was taken */
    int add(int concept, Label label, boolean inflected, CommonWords commonWords) {
        Words words = Words.of(label.text());
        int length = words.size();
        if (length == 0 || length > LONGEST) return concept;
        int number = number();
        concepts[number] = concept;
        lengths[number] = (byte) length;
        flags[number] = (byte) flags(label, words, commonWords);
        written[number] = writtenHash(words, 0, length - 1);
        long key = PhraseHash.seed(label.language());
        for (int i = 0; i < length; i++) key = PhraseHash.and(key, PhraseHash.word(words.folded(i)));
        int owner = byWords.putIfAbsent(key, number);
        if (owner != number) return concepts[owner];
        count++;
        mark(lengthsByFirst, PhraseHash.word(words.folded(0)), length);
        byLetters.putIfAbsent(letters(label.text()), number);
        if (inflected) addStems(number, label.language().isEmpty() ? "en" : label.language(), words);
        return concept;
    }

    private void addStems(int number, String language, Words words) {
        Forms known = forms.computeIfAbsent(language, Forms::of);
        long key = PhraseHash.seed(language);
        for (int i = 0; i < words.size(); i++)
            key = PhraseHash.and(key, PhraseHash.word(known.form(words.folded(i))));
        byStems.putIfAbsent(key, number);
        mark(lengthsByFirstStem, PhraseHash.word(known.form(words.folded(0))), words.size());
    }

    private static int flags(Label label, Words words, CommonWords commonWords) {
        int flags = label.role() == Label.Role.PREFERRED ? PREFERRED : 0;
        boolean common = true;
        boolean capital = false;
        boolean small = false;
        boolean peculiar = false;
        for (int i = 0; i < words.size(); i++) {
            common &= commonWords.contains(words.folded(i), label.language());
            peculiar |= words.isMixed(i);
        }
        for (int i = 0; i < label.text().length(); i++) {
            char c = label.text().charAt(i);
            capital |= Character.isUpperCase(c);
            small |= Character.isLowerCase(c);
            peculiar |= c == '+' || c == '#' || i == 0 && c == '.';
        }
        if (common) flags |= COMMON;
        if (capital) flags |= CAPITALS;
        if (capital && !small) flags |= ACRONYM;
        if (peculiar) flags |= PECULIAR;
        if (label.role() == Label.Role.HIDDEN) flags |= HIDDEN;
        if (!label.language().isEmpty() && !label.language().equals("en")) flags |= TRANSLATED;
        return flags;
    }

    private int number() {
        if (count == concepts.length) {
            int longer = count * 2;
            concepts = Arrays.copyOf(concepts, longer);
            flags = Arrays.copyOf(flags, longer);
            lengths = Arrays.copyOf(lengths, longer);
            written = Arrays.copyOf(written, longer);
        }
        return count;
    }

    private static void mark(LongTable table, long first, int length) {
        int before = table.get(first);
        table.put(first, (before == LongTable.ABSENT ? 0 : before) | 1 << length);
    }

    /** How many words the labels have that may begin with the word: a bit each. */
    int lengths(long firstWord, boolean stemmed) {
        int found = (stemmed ? lengthsByFirstStem : lengthsByFirst).get(firstWord);
        return found == LongTable.ABSENT ? 0 : found;
    }

    /** @return a label's number, or {@link LongTable#ABSENT} */
    int find(long phrase, boolean stemmed) {
        return (stemmed ? byStems : byWords).get(phrase);
    }

    /** Whatever divides the words and whatever case they have; {@link LongTable#ABSENT} where there is none. */
    int findLetters(String text) {
        return byLetters.get(letters(text));
    }

    /** An English label of which the words are a form; {@link LongTable#ABSENT} where there is none. */
    int findForm(Words words) {
        Forms english = Forms.of("en");
        long key = PhraseHash.seed("en");
        for (int i = 0; i < words.size(); i++) key = PhraseHash.and(key, PhraseHash.word(english.form(words.folded(i))));
        return byStems.get(key);
    }

    int concept(int label) {
        return concepts[label];
    }

    int length(int label) {
        return lengths[label];
    }

    boolean is(int label, int flag) {
        return (flags[label] & flag) != 0;
    }

    boolean isWritten(int label, Words words, int first, int last) {
        return written[label] == writtenHash(words, first, last);
    }

    int size() {
        return count;
    }

    private static long writtenHash(Words words, int first, int last) {
        long hash = 1;
        for (int i = first; i <= last; i++) hash = PhraseHash.and(hash, PhraseHash.word(words.written(i)));
        return hash;
    }

    private static long letters(String text) {
        Words words = Words.of(text);
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < words.size(); i++) {
            String word = words.folded(i);
            for (int at = 0; at < word.length(); at++) {
                char c = word.charAt(at);
                boolean divides = c == '_' || c == '.' && at > 0 && !Character.isDigit(word.charAt(at - 1));
                if (!divides) letters.append(c);
            }
        }
        return PhraseHash.word(letters);
    }
}
