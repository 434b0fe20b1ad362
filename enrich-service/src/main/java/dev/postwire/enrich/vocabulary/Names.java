package dev.postwire.enrich.vocabulary;

import dev.postwire.enrich.word.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The labels of a vocabulary as they are looked up: by their words, by the forms of their words, and by their letters alone. A label that two concepts claim is the first's to whom it was given. Filled by one thread, then read by
 * any.
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

    /** It is a word that nearly every text may have. */
    static final int FREQUENT = 128;
    /** An operator's file gives it. */
    static final int OPERATORS = 256;

    private static final int SHORTEST_FORM = 4;

    private int count;
    private int[] concepts = new int[64];
    private short[] flags = new short[64];
    private byte[] lengths = new byte[64];
    private long[] written = new long[64];

    /** What else than space stands between the words of labels that are no phrase without it: {@code C++17}. */
    private final Map<Integer, String> signs = new HashMap<>();

    private final PhraseTable byWords = new PhraseTable();
    private final LongTable byLetters = new LongTable();
    private final Map<String, List<Inflected>> inflected = new HashMap<>();
    /** By the forms of their words, by language; made when a post is first in that language. */
    private final Map<String, PhraseTable> byForms = new ConcurrentHashMap<>();

    private record Inflected(int label, String text) {}

    /** @return the concept whose label it is now: another than the given one where it was taken */
    int add(int concept, Label label, boolean hasForms, CommonWords commonWords) {
        Words words = Words.of(label.text());
        int length = words.size();
        if (length == 0 || length > LONGEST) return concept;
        int number = number();
        concepts[number] = concept;
        lengths[number] = (byte) length;
        flags[number] = (short) flags(label, words, commonWords);
        written[number] = writtenHash(words, 0, length - 1);
        long key = PhraseHash.seed(label.language());
        for (int i = 0; i < length; i++) key = PhraseHash.and(key, PhraseHash.word(words.folded(i)));
        int owner = byWords.add(number, key, PhraseHash.word(words.folded(0)), length);
        if (owner != number) return concepts[owner];
        count++;
        if (!words.areOnePhrase(0, length - 1)) signs.put(number, words.signs(0, length - 1));
        byLetters.putIfAbsent(letters(words), number);
        if (hasForms) {
            String language = label.language().isEmpty() ? "en" : label.language();
            inflected.computeIfAbsent(language, l -> new ArrayList<>()).add(new Inflected(number, label.text()));
        }
        return concept;
    }

    /** The labels of a language by the forms of their words. */
    PhraseTable forms(String language) {
        return byForms.computeIfAbsent(language, this::formTable);
    }

    private PhraseTable formTable(String language) {
        PhraseTable table = new PhraseTable();
        Forms forms = Forms.of(language);
        long seed = PhraseHash.seed(language);
        for (Inflected label : inflected.getOrDefault(language, List.of())) {
            Words words = Words.of(label.text());
            String first = forms.form(words.folded(0));
            // What is left of a short word may be of any other.
            if (words.size() == 1 && first.length() < SHORTEST_FORM) continue;
            long key = PhraseHash.and(seed, PhraseHash.word(first));
            for (int i = 1; i < words.size(); i++)
                key = PhraseHash.and(key, PhraseHash.word(forms.form(words.folded(i))));
            table.add(label.label(), key, PhraseHash.word(first), words.size());
        }
        return table;
    }

    PhraseTable words() {
        return byWords;
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
        boolean frequent = words.size() == 1 && commonWords.isFrequent(words.folded(0));
        if (frequent || words.size() == 1 && words.folded(0).length() <= 2) flags |= FREQUENT;
        if (capital) flags |= CAPITALS;
        if (capital && !small) flags |= ACRONYM;
        if (peculiar) flags |= PECULIAR;
        if (label.role() == Label.Role.HIDDEN) flags |= HIDDEN;
        if (!label.language().isEmpty() && !label.language().equals("en")) flags |= TRANSLATED;
        if (label.operators()) flags |= OPERATORS;
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

    /** Whatever divides the words and whatever case they have; {@link LongTable#ABSENT} where there is none. */
    int findLetters(String text) {
        return byLetters.get(letters(Words.of(text)));
    }

    int concept(int label) {
        return concepts[label];
    }

    int length(int label) {
        return lengths[label];
    }

    /** Empty where a phrase needs none. */
    String signs(int label) {
        return signs.getOrDefault(label, "");
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

    static long letters(Words words) {
        StringBuilder letters = new StringBuilder(words.text().length());
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
