package dev.postwire.bench.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.bench.Checkout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** A text and the language a person says it is in. */
record LabelledText(String language, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja");

    /** The development texts beside this source tree; they may be absent. */
    static Path file() {
        return Checkout.shared("language/dev.jsonl.gz");
    }

    static List<LabelledText> in(Path file) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = JSON.readTree(line);
                texts.add(new LabelledText(
                        row.get("lang").asText(), row.get("text").asText()));
            }
        }
        return texts;
    }

    /** Its first words, or, in Chinese and Japanese, twice as many characters, as {@code shared/eval/language.py} cuts it. */
    String first(int words) {
        String[] all = text.strip().split("\\s+");
        if (!WITHOUT_SPACES.contains(language))
            return String.join(" ", List.of(all).subList(0, Math.min(words, all.length)));
        String glued = String.join("", all);
        int points = Math.min(2 * words, glued.codePointCount(0, glued.length()));
        return glued.substring(0, glued.offsetByCodePoints(0, points));
    }

    @Override
    public String toString() {
        return "LabelledText[language=" + language + ", characters=" + text.length() + "]";
    }
}
