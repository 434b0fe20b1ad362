package dev.postwire.enrich.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words of one sort, without accents and in lower case. The long lists are resources that hold one a line and say where they come
 * from. Immutable, thread-safe.
 */
final class WordList {
    static final WordList GIVEN_NAMES = new WordList("given-names.txt");
    static final WordList GIVEN_NAMES_THAT_ARE_WORDS = new WordList("given-names-that-are-words.txt");
    static final WordList SURNAMES = new WordList("surnames.txt");
    static final WordList NEVER_IN_NAMES = new WordList("never-in-names.txt");
    static final WordList PLAIN = new WordList("plain-words.txt");

    private static final char FIRST_COMBINING = '\u0300';
    private static final char LAST_COMBINING = '\u036F';

    private final Set<String> words;

    private WordList(String resource) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(WordList.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            words = lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WordList(Set<String> words) {
        this.words = words;
    }

    /** Of words with white space between them. */
    static WordList of(String words) {
        return new WordList(Set.of(words.strip().split("\\s+")));
    }

    Set<String> words() {
        return words;
    }

    /** @param plain as {@link #plain} gives it */
    boolean contains(String plain) {
        return words.contains(plain);
    }

    /** Without accents: {@code müller} is {@code muller}, {@code søren} is {@code soren}. */
    static String plain(String folded) {
        for (int i = 0; i < folded.length(); i++) if (folded.charAt(i) >= 0x80) return withoutAccents(folded);
        return folded;
    }

    private static String withoutAccents(String folded) {
        String parts = Normalizer.normalize(folded, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            switch (c) {
                case '\u0142' -> plain.append('l');
                case '\u00F8' -> plain.append('o');
                case '\u00DF' -> plain.append("ss");
                case '\u0111' -> plain.append('d');
                case '\u00E6' -> plain.append("ae");
                case '\u0131' -> plain.append('i');
                default -> {
                    if (c < FIRST_COMBINING || c > LAST_COMBINING) plain.append(c);
                }
            }
        }
        return plain.toString();
    }
}
