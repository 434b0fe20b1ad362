package dev.postwire.enrich.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Words that everybody uses: a name that is one of them ({@code Go}, {@code Box}) is not meant wherever it stands. The list is a
 * line {@code language: words} for each language. Immutable, thread-safe.
 */
final class CommonWords {
    private static final String RESOURCE = "common-words.txt";
    /** Names of a letter or two are like common words: they stand for too much. */
    private static final int SHORT = 2;

    /** How many of the English words, which stand most frequent first, are in every other text. */
    private static final int FREQUENT = 1_500;

    private final Set<String> words = new HashSet<>();
    private final Set<String> frequent = new HashSet<>();

    private CommonWords() {}

    static CommonWords builtIn() {
        CommonWords common = new CommonWords();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CommonWords.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (line.startsWith("#") || colon < 0) continue;
                String language = line.substring(0, colon);
                for (String word : line.substring(colon + 1).strip().split(" ")) common.add(word, language);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return common;
    }

    private void add(String word, String language) {
        words.add(key(word, language));
        if (language.equals("en") && frequent.size() < FREQUENT) frequent.add(word);
    }

    /** Whether nearly every English text may have it. */
    boolean isFrequent(String folded) {
        return frequent.contains(folded);
    }

    /** @param language empty: in English, which names in all languages meet most often */
    boolean contains(String folded, String language) {
        if (folded.length() <= SHORT && folded.chars().allMatch(c -> c < 0x250 && Character.isLetter(c))) return true;
        return words.contains(key(folded, language.isEmpty() ? "en" : language));
    }

    private static String key(String word, String language) {
        return language.equals("en") ? word : language + ':' + word;
    }
}
