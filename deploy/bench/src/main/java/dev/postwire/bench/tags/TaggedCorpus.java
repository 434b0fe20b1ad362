package dev.postwire.bench.tags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.bench.Checkout;
import dev.postwire.enrich.language.LanguageDetector;
import dev.postwire.enrich.learn.AuthorTag;
import dev.postwire.enrich.learn.Example;
import dev.postwire.enrich.learn.Subject;
import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.word.PostWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Posts of one site with their authors' tags, as they would reach the enricher. */
public record TaggedCorpus(String name, List<Example> train, List<Example> val) {
    public static final List<String> ALL = List.of("kirjasto", "zerokspot", "18f");

    private static final ObjectMapper JSON = new ObjectMapper();

    public static TaggedCorpus read(String name) throws IOException {
        Path file = Checkout.shared("tags/" + name + ".jsonl.gz");
        LanguageDetector detector = new LanguageDetector();
        TaggedCorpus corpus = new TaggedCorpus(name, new ArrayList<>(), new ArrayList<>());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode post = JSON.readTree(line);
                boolean train = post.get("split").asText().equals("train");
                (train ? corpus.train : corpus.val).add(example(name + ".example", post, detector));
            }
        }
        return corpus;
    }

    private static Example example(String site, JsonNode post, LanguageDetector detector) {
        String id = post.get("id").asText();
        String title = post.get("title").asText();
        String text = post.get("text").asText().isEmpty() ? title : post.get("text").asText();
        Rendering rendering = new Rendering("", "", text, List.of(), List.of(), List.of(), List.of());
        Optional<String> named = title.isEmpty() ? Optional.empty() : Optional.of(title);
        PostWords words = PostWords.of(Optional.of(site), detector.detect(text).code(), named, rendering);
        List<AuthorTag> tags = new ArrayList<>();
        for (JsonNode label : post.get("labels")) tags.add(AuthorTag.of(label.asText()));
        Subject subject = new Subject(words, Optional.of("https://" + site + "/" + id), Optional.empty());
        return new Example(id, subject, tags);
    }
}
