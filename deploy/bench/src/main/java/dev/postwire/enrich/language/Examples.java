package dev.postwire.enrich.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws cuts of a corpus at random, the languages by their weight, the sources of each alike. For learning it mixes in names
 * and single words of other languages, as texts of every language quote them. The same seed draws the same; for one thread.
 */
final class Examples {
    private static final double NAMES_ONLY = 0.06;
    private static final double ONE_NAME = 0.3;
    private static final double TWO_NAMES = 0.15;
    private static final double ENGLISH_WORD = 0.08;
    private static final double FOREIGN_WORD = 0.15;
    /** A shorter word of another language is as likely one of this. */
    private static final int LEAST_FOREIGN = 4;

    private final List<String> languages;
    private final List<List<List<String>>> sources = new ArrayList<>();
    private final double[] cumulated;
    private final Script script;
    private final List<String> names;
    private final SplittableRandom random;

    /** @param names to be mixed in; none, and nothing is mixed in */
    Examples(Corpus corpus, Script script, List<String> languages, double[] weights, List<String> names) {
        this.languages = languages;
        this.script = script;
        this.names = names;
        random = new SplittableRandom(42);
        cumulated = weights.clone();
        for (int i = 0; i < cumulated.length; i++) {
            var texts = corpus.languages().get(languages.get(i));
            sources.add(texts == null ? List.of() : List.copyOf(texts.values()));
            if (texts == null) cumulated[i] = 0;
            if (i > 0) cumulated[i] += cumulated[i - 1];
        }
    }

    /** May be without words. */
    Example next() {
        if (!names.isEmpty() && random.nextDouble() < NAMES_ONLY) return namesOnly();
        int language = language();
        List<String> words = new ArrayList<>(Words.of(cut(piece(language)), script));
        if (!names.isEmpty() && !words.isEmpty()) mixIn(words, language);
        return new Example(words, language);
    }

    private Example namesOnly() {
        List<String> words = new ArrayList<>();
        if (script != Script.LATIN) return new Example(words, Example.NONE);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) words.add(name());
        return new Example(words, Example.NONE);
    }

    private int language() {
        double at = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, at);
        int language = found < 0 ? -found - 1 : found + 1;
        return Math.min(language, cumulated.length - 1);
    }

    private String piece(int language) {
        List<List<String>> texts = sources.get(language);
        List<String> pieces = texts.get(random.nextInt(texts.size()));
        return pieces.get(random.nextInt(pieces.size()));
    }

    /** Short cuts more often than long ones: they are what is hard. */
    private String cut(String piece) {
        String[] words = piece.split(" ");
        int length = (int) StrictMath.exp(random.nextDouble() * StrictMath.log(Corpus.PIECE_WORDS + 1.0));
        int spare = words.length - length;
        int start = spare <= 0 || random.nextInt(3) == 0 ? 0 : random.nextInt(spare + 1);
        return String.join(" ", Arrays.asList(words).subList(start, Math.min(words.length, start + length)));
    }

    private void mixIn(List<String> words, int language) {
        if (script == Script.LATIN) {
            double names = random.nextDouble();
            int count = names < ONE_NAME ? 1 : names < ONE_NAME + TWO_NAMES ? 2 : 0;
            for (int i = 0; i < count; i++) words.add(name());
            int english = languages.indexOf("en");
            if (random.nextDouble() < ENGLISH_WORD && english != language && english >= 0) addWordOf(english, words);
        }
        if (random.nextDouble() < FOREIGN_WORD) addWordOf(random.nextInt(languages.size()), words);
    }

    private String name() {
        String name = names.get(random.nextInt(names.size()));
        return random.nextInt(3) == 0 ? name : Words.NAME + name;
    }

    private void addWordOf(int language, List<String> words) {
        if (sources.get(language).isEmpty()) return;
        List<String> found = Words.of(piece(language), script);
        if (found.isEmpty()) return;
        String word = found.get(random.nextInt(found.size()));
        if (word.length() >= LEAST_FOREIGN) words.add(word);
    }
}
