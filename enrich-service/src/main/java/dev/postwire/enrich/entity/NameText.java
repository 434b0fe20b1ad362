package dev.postwire.enrich.entity;

import dev.postwire.enrich.word.Words;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** The words of a title or of a text as the finders of names see them: how each is written and what divides it from the next. */
final class NameText {
    private static final int HIGHEST_YEAR = 2049;
    private static final int LOWEST_YEAR = 1950;

    private final Words words;
    private final boolean title;
    private final BitSet headings;
    private final BitSet code;
    private final Shape[] shapes;
    private final Gap[] gaps;
    private final String[] plains;
    /** Words that the text writes small somewhere; shared by title and text. */
    private final Set<String> small;

    private final boolean capitals;

    private NameText(Words words, boolean title, BitSet headings, BitSet code, Set<String> small) {
        this.words = words;
        this.title = title;
        this.headings = headings;
        this.code = code;
        this.small = small;
        int size = words.size();
        this.shapes = new Shape[size];
        this.gaps = new Gap[size + 1];
        this.plains = new String[size];
        String text = words.text();
        gaps[0] = Gap.LINE;
        gaps[size] = Gap.LINE;
        boolean capital = false;
        for (int i = 0; i < size; i++) {
            shapes[i] = Shape.of(text, words.start(i), words.end(i));
            if (i > 0) gaps[i] = Gap.between(text, words.end(i - 1), words.start(i));
            plains[i] = WordList.plain(words.folded(i));
            if (shapes[i] == Shape.SMALL && !code.get(i)) small.add(plains[i]);
            capital |= shapes[i] == Shape.NAME && !code.get(i);
        }
        capitals = capital;
    }

    static NameText ofText(Words words, BitSet headings, BitSet code) {
        return new NameText(words, false, headings, code, new HashSet<>());
    }

    static NameText ofTitle(Words words, NameText text) {
        return new NameText(words, true, new BitSet(), new BitSet(), new HashSet<>(text.small));
    }

    Words words() {
        return words;
    }

    boolean isTitle() {
        return title;
    }

    int size() {
        return shapes.length;
    }

    Shape shape(int word) {
        return word < 0 || word >= shapes.length ? Shape.SMALL : shapes[word];
    }

    /** What stands before the word; a new line before the first and after the last. */
    Gap gap(int word) {
        return gaps[word];
    }

    /** Lower case, without accents; empty outside of the text. */
    String plain(int word) {
        return word < 0 || word >= plains.length ? "" : plains[word];
    }

    /** Whether any word outside of code begins with a capital; some write none. */
    boolean hasCapitals() {
        return capitals;
    }

    boolean isCode(int word) {
        return code.get(word);
    }

    /** Whether words begin with capitals here whatever they mean. */
    boolean isTitleCase(int word) {
        return title || headings.get(word);
    }

    boolean isCapital(int word) {
        Shape shape = shape(word);
        return shape == Shape.NAME
                || shape == Shape.CAPITALS
                || shape == Shape.INITIAL
                || shape == Shape.MIXED && words.isCapitalised(word);
    }

    /** Whether it is a word that a capital makes no name of. */
    boolean isOrdinary(int word) {
        String plain = plain(word);
        return WordList.PLAIN.contains(plain) || WordList.NEVER_IN_NAMES.contains(plain) || small.contains(plain);
    }

    boolean isWrittenSmall(int word) {
        return WordList.PLAIN.contains(plain(word)) || small.contains(plain(word));
    }

    /** {@code 2014}, alone. */
    boolean isYear(int word) {
        if (shape(word) != Shape.NUMBER || words.end(word) - words.start(word) != 4) return false;
        int year = 0;
        for (int i = words.start(word); i < words.end(word); i++) {
            char digit = words.text().charAt(i);
            if (digit == '.') return false;
            year = year * 10 + digit - '0';
        }
        return year >= LOWEST_YEAR && year <= HIGHEST_YEAR;
    }

    /** Whether {@code 's} follows. */
    boolean isPossessive(int word) {
        return word + 1 < size()
                && gap(word + 1) == Gap.APOSTROPHE
                && plain(word + 1).equals("s");
    }

    /** Whether the words stand side by side with nothing but a space between. */
    boolean follows(int word) {
        return word > 0 && word < size() && gaps[word] == Gap.SPACE;
    }

    /** The words as written, with what divides them brought to single spaces. */
    String written(int first, int last) {
        if (first == last) return words.written(first);
        String written = words.written(first, last);
        return written.indexOf('\n') < 0 && written.indexOf("  ") < 0 && written.indexOf('\u00A0') < 0
                ? written
                : written.replaceAll("[\\s\\u00A0]+", " ");
    }

    /** The words without accents, in lower case, with single spaces. */
    String key(int first, int last) {
        if (first == last) return plains[first];
        StringBuilder key = new StringBuilder(plains[first]);
        for (int i = first + 1; i <= last; i++) key.append(' ').append(plains[i]);
        return key.toString();
    }

    /** Whether a link, quotation or sentence begins with the word, so that its capital says little. */
    boolean startsSentence(int word) {
        return words.startsSentence(word);
    }
}
