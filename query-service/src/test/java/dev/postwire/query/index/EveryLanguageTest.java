package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.analysis.Languages;
import dev.postwire.query.search.PostQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Questions in other words than their answers, a dozen languages in one index: each is answered as well as by what Lucene has for
 * that language alone, but for one question in twenty that is answered second. The texts are our own, in {@code relevance}: an answer and its question a line.
 */
class EveryLanguageTest {
    private static final Languages LANGUAGES = new Languages();
    private static final int TOP = 10;
    private static final double SPARED = 0.5 / 20 + 1e-9;

    private static final Map<String, Analyzer> LUCENE = Map.ofEntries(
            Map.entry("zh", new SmartChineseAnalyzer()),
            Map.entry("ko", new KoreanAnalyzer()),
            Map.entry("vi", new StandardAnalyzer()),
            Map.entry("th", new ThaiAnalyzer()),
            Map.entry("ar", new ArabicAnalyzer()),
            Map.entry("hi", new HindiAnalyzer()),
            Map.entry("el", new GreekAnalyzer()),
            Map.entry("tr", new TurkishAnalyzer()),
            Map.entry("ro", new RomanianAnalyzer()),
            Map.entry("ru", new RussianAnalyzer()),
            Map.entry("nl", new DutchAnalyzer()),
            Map.entry("de", new GermanAnalyzer()));

    private record Answered(String text, String question) {}

    private static Stream<String> languages() {
        return LUCENE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void answersAsWellAsTheAnalyzerOfTheLanguage(String language) throws Exception {
        List<Answered> rows = rows(language);
        double ours;
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory);
            ours = mean(rows, language, question -> asked(directory, question, language));
        }
        double lucene;
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            writePlain(directory, rows, language);
            lucene = mean(rows, language, question -> askedPlain(directory, question, LUCENE.get(language)));
        }

        System.out.printf(
                "%s: questions %d  MRR@10 %.3f  Lucene's analyzer %.3f%n", language, rows.size(), ours, lucene);
        assertTrue(ours >= lucene - SPARED, language + " " + ours + " " + lucene);
    }

    private interface Asking {
        List<String> ids(String question) throws Exception;
    }

    private static double mean(List<Answered> rows, String language, Asking asking) throws Exception {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            int rank = asking.ids(rows.get(i).question()).indexOf(language + i);
            if (rank >= 0) sum += 1.0 / (rank + 1);
        }
        return sum / rows.size();
    }

    private static void write(ByteBuffersDirectory directory) throws IOException {
        IndexWriterConfig config =
                new IndexWriterConfig(new FieldAnalyzers(LANGUAGES)).setSimilarity(Ranking.SIMILARITY);
        PostDocument documents = new PostDocument(LANGUAGES);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (String language : LUCENE.keySet()) {
                List<Answered> rows = rows(language);
                for (int i = 0; i < rows.size(); i++) {
                    writer.addDocument(
                            documents.of(post(language + i, rows.get(i).text(), language)));
                }
            }
        }
    }

    private static IndexedPost post(String id, String text, String language) {
        return new IndexedPost(
                id,
                1,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(),
                List.of(),
                List.of(),
                language,
                Optional.of(language + ".example"),
                0,
                Optional.empty());
    }

    private static List<String> asked(ByteBuffersDirectory directory, String question, String language)
            throws Exception {
        PostQuery query = TestIndex.typed(question, List.of(), null, language + ".example", null, null, null, null);
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = Searchers.of(reader);
            return new Hits(searcher, new PostQueries(LANGUAGES).scored(searcher, query, LocalDate.EPOCH), query.sort())
                    .unfolded(Optional.empty(), TOP).hits().stream()
                            .map(Hits.Hit::id)
                            .toList();
        }
    }

    private static void writePlain(ByteBuffersDirectory directory, List<Answered> rows, String language)
            throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(LUCENE.get(language)).setSimilarity(Ranking.SIMILARITY);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < rows.size(); i++) {
                Document document = new Document();
                document.add(new StringField("id", language + i, Field.Store.YES));
                document.add(new TextField("text", rows.get(i).text(), Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    private static List<String> askedPlain(ByteBuffersDirectory directory, String question, Analyzer analyzer)
            throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String term : Analysis.terms(analyzer, "text", question)) {
            any.add(new TermQuery(new Term("text", term)), Occur.SHOULD);
        }
        List<String> ids = new ArrayList<>();
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = Searchers.of(reader);
            for (ScoreDoc hit : searcher.search(any.build(), TOP).scoreDocs) {
                ids.add(searcher.storedFields().document(hit.doc).get("id"));
            }
        }
        return ids;
    }

    private static List<Answered> rows(String language) throws IOException {
        String name = "/relevance/" + language + ".tsv";
        try (InputStream in = EveryLanguageTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(parts -> new Answered(parts[0], parts[1]))
                    .toList();
        }
    }
}
