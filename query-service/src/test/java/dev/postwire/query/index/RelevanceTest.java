package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.query.analysis.Languages;
import dev.postwire.query.search.PostQuery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well is found what people judged to be the answers, on labelled collections, all in one index as on a stand. The documents are
 * not enriched here: deploy/bench and the scorers over HTTP see the whole pipeline.
 */
class RelevanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Languages LANGUAGES = new Languages();
    private static final int TOP = 10;

    /** Enough to tell, and few enough for every build. */
    private static final int MOST_QUERIES = 120;

    @ParameterizedTest
    @CsvSource({"cacm, en, .52", "cisi, en, .40", "jsquad-ja, ja, .90", "xquad-de, de, .96", "xquad-es, es, .96"})
    void findsWhatPeopleJudgedToBeTheAnswers(String name, String language, double least) throws Exception {
        Path folder = Path.of("../../shared/data/search").resolve(name);
        assumeTrue(Files.isDirectory(folder), "the labelled collections are not beside this checkout");
        double sum = 0;
        int count = 0;
        int empty = 0;
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory, rows(folder.resolve("docs.jsonl.gz")), language);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (JsonNode row : rows(folder.resolve("queries.jsonl.gz"))) {
                    if (count == MOST_QUERIES) break;
                    List<String> ids =
                            found(Searchers.of(reader), row.get("text").asText());
                    if (ids.isEmpty()) empty++;
                    sum += gain(ids, row.get("relevant"));
                    count++;
                }
            }
        }
        System.out.printf("%s: queries %d  nDCG@10 %.4f  empty %d%n", name, count, sum / count, empty);
        assertEquals(0, empty, "questions without an answer");
        assertTrue(sum / count >= least, name + " " + sum / count);
    }

    private static void write(ByteBuffersDirectory directory, List<JsonNode> rows, String language) throws IOException {
        IndexWriterConfig config =
                new IndexWriterConfig(new FieldAnalyzers(LANGUAGES)).setSimilarity(Ranking.SIMILARITY);
        PostDocument documents = new PostDocument(LANGUAGES);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (JsonNode row : rows) {
                String title = row.path("title").asText();
                String text = row.get("text").asText().isEmpty()
                        ? title
                        : row.get("text").asText();
                writer.addDocument(documents.of(new IndexedPost(
                        row.get("id").asText(),
                        1,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.of(title).filter(one -> !one.isEmpty()),
                        text,
                        List.of(),
                        List.of(),
                        List.of(),
                        language,
                        Optional.empty(),
                        0,
                        Optional.empty())));
            }
        }
    }

    private static List<String> found(IndexSearcher searcher, String typed) throws Exception {
        PostQuery query = TestIndex.query(typed);
        var scored = new PostQueries(LANGUAGES).scored(searcher, query, LocalDate.now(ZoneOffset.UTC));
        return new Hits(searcher, scored, query.sort())
                .folded(Optional.empty(), TOP, 0).hits().stream()
                        .map(Hits.Hit::id)
                        .toList();
    }

    /** nDCG@10 as shared/eval/search.py has it. */
    private static double gain(List<String> ids, JsonNode relevant) {
        Map<String, Integer> grades = new HashMap<>();
        relevant.properties()
                .forEach(one -> grades.put(one.getKey(), one.getValue().asInt()));
        double gain = 0;
        for (int i = 0; i < ids.size(); i++) gain += grades.getOrDefault(ids.get(i), 0) / discount(i);
        List<Integer> best = new ArrayList<>(grades.values());
        best.sort(Comparator.reverseOrder());
        double ideal = 0;
        for (int i = 0; i < Math.min(TOP, best.size()); i++) ideal += best.get(i) / discount(i);
        return ideal == 0 ? 0 : gain / ideal;
    }

    private static double discount(int rank) {
        return Math.log(rank + 2) / Math.log(2);
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
