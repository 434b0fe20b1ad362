package dev.postwire.enrich.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * All that was learned about languages: a model for each script that several share, from the sources that {@code
 * deploy/bench/README.md} names; about 11 MB in memory. Immutable, shared by all threads.
 */
final class LanguageModel {
    static final String RESOURCE = "languages.model";
    private static final LanguageModel SHIPPED = shipped();
    /** How much a single letter of a script of its own leaves open: it may be quoted. */
    private static final double OWN_SCRIPT_DOUBT = 0.1;

    private final Map<Script, ScriptModel> models = new EnumMap<>(Script.class);
    private final Ideographs ideographs;

    private LanguageModel(DataInputStream in) throws IOException {
        ideographs = Ideographs.read(in);
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) models.put(Script.valueOf(in.readUTF()), ScriptModel.read(in));
    }

    /** The one learned for this version. */
    static LanguageModel instance() {
        return SHIPPED;
    }

    static LanguageModel read(InputStream stream) throws IOException {
        return new LanguageModel(new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream))));
    }

    private static LanguageModel shipped() {
        try (InputStream resource = LanguageModel.class.getResourceAsStream(RESOURCE)) {
            return read(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How likely each language of a script without words is; empty where the text says nothing. */
    Map<String, Double> probabilities(String text, Script script) {
        if (script == Script.OWN) return own(text);
        double japanese = ideographs.japanese(text);
        return Map.of("ja", japanese, "zh", 1 - japanese);
    }

    /** How likely each of {@link #languages} is for these words; null where they say nothing. */
    double[] probabilities(List<String> words, Script script) {
        return models.get(script).probabilities(words);
    }

    /** Those of a script with words. */
    List<String> languages(Script script) {
        return models.get(script).languages();
    }

    private static Map<String, Double> own(String text) {
        Map<String, Integer> letters = new HashMap<>();
        text.codePoints()
                .filter(point -> Character.isLetter(point) && Script.of(point) == Script.OWN)
                .forEach(point -> letters.merge(Script.language(point), 1, Integer::sum));
        double sum = letters.values().stream().mapToInt(count -> count).sum();
        Map<String, Double> probabilities = new HashMap<>();
        letters.forEach((language, count) -> probabilities.put(language, count / sum * (1 - OWN_SCRIPT_DOUBT / sum)));
        return probabilities;
    }
}
