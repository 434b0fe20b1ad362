package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.analysis.Languages;
import dev.postwire.query.index.Hits.Hit;
import dev.postwire.query.index.PostSearch.Story;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found and how it is folded, in an index in memory. */
class HitsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private static final Languages LANGUAGES = new Languages();

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final PostDocument documents = new PostDocument(LANGUAGES);
    private IndexWriter writer;

    @BeforeEach
    void open() throws Exception {
        writer = new IndexWriter(
                directory, new IndexWriterConfig(new FieldAnalyzers(LANGUAGES)).setSimilarity(Ranking.SIMILARITY));
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"published", "received", "relevance"})
    void showsTheBestOfAStoryThatAnswersInWhateverOrder(String sort) throws Exception {
        put(1, "first", 1, 500, "x.example");
        put(2, "teaser", 2, 200, "y.example");
        put(3, "copy", 3, 500, "y.example");

        assertEquals(List.of("first"), found(sort, null, 0));
        assertEquals(
                List.of("copy"), found(sort, "y.example", 0), "neither the teaser nor the best, which is elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"published", "received"})
    void foldsNothingAwayForWhatCameSinceTheFirstPage(String sort) throws Exception {
        put(7, "early", 1, 200, "x.example");
        put(9, "first", 2, 500, "x.example");

        assertEquals(List.of("early"), found(sort, null, 8), "what stands before it nobody would see any more");
        assertEquals(List.of("first"), found(sort, null, 9));
        assertEquals(List.of("first"), found(sort, null, 5), "all of it came since");
    }

    @Test
    void tellsWhatAPostStandsFor() throws Exception {
        put(1, "first", 1, 500, "x.example");
        put(2, "copy", 3, 500, "y.example");
        writer.addDocument(documents.of(post(3, "alone", 3, 500, "x.example", "alone")));

        List<Hit> hits = hits("published", null, 0);

        assertEquals(List.of("alone", "first"), hits.stream().map(Hit::id).toList());
        assertEquals(
                List.of(Optional.empty(), Optional.of(new Story("first", 1))),
                hits.stream().map(Hit::story).toList());
    }

    @Test
    void cutsAPageOfTextWithoutSpacesAndSaysSo() throws Exception {
        StringBuilder pasted = new StringBuilder();
        for (int i = 0; i < 3_000; i++) pasted.append((char) (0x4E00 + i));
        for (String language : List.of("en", "de", "fr", "ja", "zh")) {
            writer.addDocument(documents.of(text(language, "1 ".repeat(300) + pasted)));
        }
        for (String typed : List.of("1-".repeat(2_048), pasted.toString(), "+" + pasted, "-" + pasted)) {
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                IndexSearcher searcher = Searchers.of(reader);
                PostQueries.Asked asked = new PostQueries(LANGUAGES).scored(searcher, TestIndex.query(typed), TODAY);

                int found = searcher.count(asked.query());

                // As a phrase a dictionary may cut it in another way than where it stands.
                if (!typed.startsWith("-")) assertTrue(found > 0, typed.substring(0, 5));
                if (typed.charAt(0) == '1') assertEquals(5, found);
                assertEquals(1, asked.notes().size());
            }
        }
    }

    @Test
    void weighsAWordThatWasTypedTwiceTwice() throws Exception {
        put(1, "first", 1, 500, "x.example");
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            IndexSearcher searcher = Searchers.of(reader);
            float once = searcher.search(words(searcher, "harbour"), 1).scoreDocs[0].score;
            float twice = searcher.search(words(searcher, "harbour nothing harbour"), 1).scoreDocs[0].score;
            assertTrue(twice > 1.9 * once, once + " " + twice);
        }
    }

    private static org.apache.lucene.search.Query words(IndexSearcher searcher, String typed) throws Exception {
        PostQuery query = TestIndex.sorted(typed, "received");
        return new PostQueries(LANGUAGES).scored(searcher, query, TODAY).query();
    }

    private List<String> found(String sort, String site, long begun) throws Exception {
        return hits(sort, site, begun).stream().map(Hit::id).toList();
    }

    private List<Hit> hits(String sort, String site, long begun) throws Exception {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            IndexSearcher searcher = Searchers.of(reader);
            PostQuery query = TestIndex.typed("harbour", List.of(), null, site, null, null, null, sort);
            return new Hits(searcher, new PostQueries(LANGUAGES).scored(searcher, query, TODAY), query.sort())
                    .folded(Optional.<Cursor>empty(), 10, begun)
                    .hits();
        }
    }

    private void put(long number, String id, int day, int words, String site) throws Exception {
        writer.addDocument(documents.of(post(number, id, day, words, site, "first")));
    }

    private static IndexedPost post(long number, String id, int day, int words, String site, String story) {
        Instant at = Instant.parse("2026-01-0" + day + "T00:00:00Z");
        return new IndexedPost(
                id,
                number,
                at,
                Optional.of(at),
                Optional.empty(),
                "harbour " + "and ".repeat(9 - day),
                List.of(),
                List.of(),
                List.of(),
                "en",
                Optional.of(site),
                words,
                Optional.of(story));
    }

    private static IndexedPost text(String language, String text) {
        Instant at = Instant.EPOCH;
        return new IndexedPost(
                language,
                1,
                at,
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(),
                List.of(),
                List.of(),
                language,
                Optional.empty(),
                9,
                Optional.empty());
    }
}
