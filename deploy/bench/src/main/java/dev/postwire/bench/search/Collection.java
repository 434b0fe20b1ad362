package dev.postwire.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.bench.Checkout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Documents, and questions with the documents that answer them.
 *
 * @param envelopes what is posted, under ids that begin with the name and a dot, of the site {@code NAME.example}
 * @param questions empty where the titles that the documents turn out to have are the questions
 */
record Collection(String name, List<ObjectNode> envelopes, Optional<List<Question>> questions) {
    static final String BLOG = "zerokspot";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param grades of the documents that answer it, by id; a higher one answers better */
    record Question(String text, Map<String, Integer> grades) {}

    /** @param name of a folder of the reference data, of any other folder laid out alike, or {@link #BLOG} */
    static Collection read(String name) throws IOException {
        if (name.equals(BLOG)) return blog();
        Path folder =
                name.contains("/") ? Path.of(name) : Checkout.shared("search").resolve(name);
        if (!Files.isDirectory(folder)) throw new NoSuchFileException(folder + " is missing");
        String label = folder.getFileName().toString();
        List<ObjectNode> envelopes = new ArrayList<>();
        for (JsonNode document : rows(folder.resolve("docs.jsonl.gz"))) envelopes.add(envelope(label, document));
        List<Question> questions = new ArrayList<>();
        for (JsonNode question : rows(folder.resolve("queries.jsonl.gz"))) {
            Map<String, Integer> grades = new HashMap<>();
            question.path("relevant").properties().forEach(one -> {
                if (one.getValue().asInt() > 0) {
                    grades.put(label + "." + one.getKey(), one.getValue().asInt());
                }
            });
            if (!grades.isEmpty())
                questions.add(new Question(question.path("text").asText(), grades));
        }
        return new Collection(label, envelopes, Optional.of(questions));
    }

    private static ObjectNode envelope(String name, JsonNode document) {
        String id = document.path("id").asText();
        String title = document.path("title").asText("");
        String text = document.path("text").asText("");
        ObjectNode envelope = JSON.createObjectNode()
                .put("id", name + "." + id)
                .put("url", "https://" + name + ".example/" + id)
                .put("contentType", "text/plain")
                .put("content", !text.isEmpty() ? text : title.isEmpty() ? "-" : title);
        return title.isEmpty() ? envelope : envelope.put("title", title);
    }

    private static Collection blog() throws IOException {
        Path archive = Checkout.shared("blogs/hugo-zerokspot.tar.gz");
        if (!Files.exists(archive)) throw new NoSuchFileException(archive + " is missing");
        List<ObjectNode> envelopes = new ArrayList<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            for (TarArchiveEntry file = tar.getNextEntry(); file != null; file = tar.getNextEntry()) {
                if (!file.getName().endsWith(".md")) continue;
                int number = envelopes.size();
                envelopes.add(JSON.createObjectNode()
                        .put("id", BLOG + "." + number)
                        .put("url", "https://" + BLOG + ".example/" + number)
                        .put("contentType", "text/markdown")
                        .put("content", new String(tar.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return new Collection(BLOG, envelopes, Optional.empty());
    }

    private static List<JsonNode> rows(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) rows.add(JSON.readTree(line));
        }
        return rows;
    }
}
