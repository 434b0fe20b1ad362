package dev.postwire.enrich.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.bench.Checkout;
import dev.postwire.bench.Wcxb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Posts that were written, not scraped: of the tagged blogs and questions, and of the texts whose language is known. */
final class CleanTexts {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Every so many posts are enough to learn that all of them stay. */
    private static final int EVERY = 8;

    private CleanTexts() {}

    static List<Wcxb.Page> pages() throws IOException {
        List<Wcxb.Page> pages = new ArrayList<>();
        for (String corpus : List.of("18f", "zerokspot", "kirjasto")) {
            add(pages, Checkout.shared("tags/" + corpus + ".jsonl.gz"), corpus.equals("18f") ? 2 : EVERY);
        }
        add(pages, Checkout.shared("language/dev.jsonl.gz"), 4);
        return pages;
    }

    private static void add(List<Wcxb.Page> pages, Path file, int every) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode post = JSON.readTree(line);
                String text = post.path("text").asText();
                boolean held = post.path("split").asText("train").equals("val");
                if (held || text.isBlank() || number++ % every != 0) continue;
                // A name of its own for each: posts of one blog are no more alike in what is learned here than any two.
                String id = file.getFileName() + " " + number;
                pages.add(new Wcxb.Page(id, "", "clean", post.path("title").asText(""), "", "", text, new byte[0]));
            }
        }
    }
}
