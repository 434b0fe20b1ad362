package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.analysis.Languages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class RarityTest {
    private static final Languages LANGUAGES = new Languages();

    @Test
    void changesLittleWhereALanguageHasManyPosts() {
        assertEquals(1, Rarity.correction(500, 100_000, 500, 1_000_000), 0.01);
    }

    @Test
    void findsARareWordRareInALanguageOfOnePost() {
        assertTrue(Rarity.correction(1, 1, 3, 10_000) > 5);
    }

    @Test
    void staysFiniteWhateverTheCounts() {
        for (long having : new long[] {1, 2, 50}) {
            double factor = Rarity.correction(having, having, 10 * having, 2);
            assertTrue(factor > 0 && Double.isFinite(factor), having + " " + factor);
        }
    }

    @Test
    void putsATitleThatWasTakenForAnotherLanguageWhereItBelongs() throws Exception {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(new FieldAnalyzers(LANGUAGES)).setSimilarity(Ranking.SIMILARITY))) {
                PostDocument documents = new PostDocument(LANGUAGES);
                for (int i = 0; i < 300; i++) {
                    String more = i % 3 == 0 ? " compiler" : "";
                    writer.addDocument(documents.of(post("en" + i, "en", "a system of number " + i + more)));
                }
                writer.addDocument(documents.of(post("dutch", "nl", "incremental compiler")));
                writer.addDocument(documents.of(post("short", "und", "recursive parsers")));
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                assertEquals(
                        "dutch",
                        found(Searchers.of(reader), "incremental compilers").get(0));
                assertEquals(
                        "short", found(Searchers.of(reader), "recursive parser").get(0));
            }
        }
    }

    private static List<String> found(IndexSearcher searcher, String typed) throws Exception {
        var asked = new PostQueries(LANGUAGES).scored(searcher, TestIndex.query(typed), LocalDate.EPOCH);
        return new Hits(searcher, asked, TestIndex.query(typed).sort())
                .unfolded(Optional.empty(), 10).hits().stream()
                        .map(Hits.Hit::id)
                        .toList();
    }

    private static IndexedPost post(String id, String language, String text) {
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
                Optional.empty(),
                0,
                Optional.empty());
    }
}
