package dev.postwire.bench.corpus;

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
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Texts of the reference data beside this source tree whose language is known; never those that measure detection. */
final class SharedTexts implements Source {
    private static final Map<String, String> FILES = Map.of(
            "en", "tags/18f.jsonl.gz",
            "fi", "tags/kirjasto.jsonl.gz",
            "de", "search/xquad-de/docs.jsonl.gz",
            "es", "search/xquad-es/docs.jsonl.gz",
            "ja", "search/jsquad-ja/docs.jsonl.gz");
    private static final int LEAST_LENGTH = 20;
    private static final int MOST_LENGTH = 4_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "shared";
    }

    @Override
    public Path in(Path packages) {
        return Checkout.shared("");
    }

    @Override
    public Map<String, List<String>> texts(Path data) throws IOException {
        Map<String, List<String>> texts = new TreeMap<>();
        for (Map.Entry<String, String> file : new TreeMap<>(FILES).entrySet()) {
            texts.put(file.getKey(), lines(data.resolve(file.getValue())));
        }
        return texts;
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                JsonNode post = JSON.readTree(row);
                String all =
                        post.path("title").asText("") + " " + post.get("text").asText();
                String text = String.join(" ", all.strip().split("\\s+"));
                if (text.length() > LEAST_LENGTH) texts.add(text.substring(0, Math.min(MOST_LENGTH, text.length())));
            }
        }
        return texts;
    }
}
