package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.analysis.Languages;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.Sort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The best of many posts are found without a look at all of them: so they must be the same as with one. */
class BestOfManyTest {
    private static final Languages LANGUAGES = new Languages();
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Instant BEGINNING = Instant.parse("2016-01-01T00:00:00Z");
    private static final String[] WORDS = "harbour bridge river lantern window garden letter winter".split(" ");
    private static final int POSTS = 3_000;
    private static final long DAY = 86_400;

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private DirectoryReader reader;
    private IndexSearcher searcher;

    @BeforeEach
    void fill() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        var config = new IndexWriterConfig(new FieldAnalyzers(LANGUAGES)).setSimilarity(Ranking.SIMILARITY);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            PostDocument documents = new PostDocument(LANGUAGES);
            for (int i = 0; i < POSTS; i++) {
                writer.addDocument(documents.of(post(i, random)));
                if (i % 800 == 0) writer.flush();
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = Searchers.of(reader);
    }

    @AfterEach
    void close() throws Exception {
        reader.close();
    }

    @Test
    void addsForTheNewerWhatLucenesOwnQueryAdds() throws Exception {
        Query words = words("harbour window");
        long origin = PostDocument.micros(Instant.parse("2026-01-02T00:00:00Z"));
        Query peer = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(
                        LongField.newDistanceFeatureQuery(
                                Fields.PUBLISHED, Ranking.RECENCY, origin, Ranking.RECENCY_DAYS * DAY * 1_000_000),
                        Occur.SHOULD)
                .build();

        Map<Integer, Float> expected = scores(peer);
        Map<Integer, Float> scores = scores(new RecencyQuery(words, TODAY));

        assertEquals(expected.keySet(), scores.keySet());
        assertTrue(scores.size() > POSTS / 2);
        scores.forEach((doc, score) -> assertEquals(expected.get(doc), score, 1e-5f));
        int doc = scores.keySet().iterator().next();
        var explained = searcher.explain(new RecencyQuery(words, TODAY), doc);
        assertEquals(scores.get(doc), explained.getValue().floatValue(), 1e-5f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harbour",
                "harbour window",
                "harbour river letter winter garden",
                "+harbour lantern",
                "-bridge river"
            })
    void findsTheSameFirstAsWhoeverLooksAtAll(String typed) throws Exception {
        Query recent = new RecencyQuery(words(typed), TODAY);
        Map<Integer, Float> all = scores(recent);
        List<Float> best = all.values().stream()
                .sorted((a, b) -> Float.compare(b, a))
                .limit(5)
                .toList();

        List<InOrder.Placed> first = new InOrder(searcher, recent, Sort.RELEVANCE).behind(Optional.empty(), 5);

        assertEquals(best, first.stream().map(InOrder.Placed::key).toList());
    }

    @Test
    void turnsThePagesOfAllThatMatchesAcrossTheBestThatAreLookedAtTwice() throws Exception {
        PostQuery query = TestIndex.query("harbour window");
        PostQueries.Asked asked = new PostQueries(LANGUAGES).scored(searcher, query, TODAY);
        assertTrue(asked.near().isPresent());
        int matching = searcher.count(asked.query());
        assertTrue(matching > 3 * Nearness.BEST);

        List<Hits.Hit> seen = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Hits.Read page = new Hits(searcher, asked, Sort.RELEVANCE).unfolded(after, 50);
            seen.addAll(page.hits());
            assertTrue(seen.size() <= matching, "the same pages over and over");
            after = page.goesOn().map(last -> new Cursor(Float.floatToIntBits((Float) last.key()), 1, last.id()));
        } while (after.isPresent());

        assertEquals(matching, seen.size());
        assertEquals(matching, seen.stream().map(Hits.Hit::id).distinct().count());
        for (int i = 1; i < seen.size(); i++) {
            assertTrue((Float) seen.get(i - 1).key() >= (Float) seen.get(i).key(), "at " + i);
        }
    }

    @Test
    void putsTheBestInOrderByWhatStandsSideBySideInThem() throws Exception {
        PostQuery query = TestIndex.query("harbour window");
        PostQueries.Asked asked = new PostQueries(LANGUAGES).scored(searcher, query, TODAY);
        Map<Integer, Float> near = scores(asked.near().orElseThrow());
        InOrder words = new InOrder(searcher, asked.query(), Sort.RELEVANCE);
        List<InOrder.Placed> before = words.behind(Optional.empty(), Nearness.BEST);

        List<InOrder.Placed> best =
                new Nearness(searcher, words, asked.near().get()).behind(Optional.empty(), Nearness.BEST);

        List<Float> expected = before.stream()
                .map(one -> (Float) one.key() + near.getOrDefault(one.doc(), 0f))
                .sorted((a, b) -> Float.compare(b, a))
                .toList();
        assertEquals(expected, best.stream().map(InOrder.Placed::key).toList());
        assertNotEquals(
                before.stream().map(InOrder.Placed::id).toList(),
                best.stream().map(InOrder.Placed::id).toList());
    }

    @Test
    void countsUpToABoundAndSaysWhereThereIsMore() throws Exception {
        Query words = words("harbour window");
        int all = searcher.count(words);

        assertEquals(new MatchCount(all, true), MatchCount.upTo(all, searcher, words));
        assertEquals(new MatchCount(all - 1, false), MatchCount.upTo(all - 1, searcher, words));
        assertEquals(new MatchCount(all, true), MatchCount.upTo(POSTS, searcher, words));
        assertEquals(new MatchCount(0, true), MatchCount.upTo(0, searcher, words("nowhere")));
    }

    private Map<Integer, Float> scores(Query query) throws Exception {
        Map<Integer, Float> scores = new HashMap<>();
        for (ScoreDoc one : searcher.search(query, POSTS).scoreDocs) scores.put(one.doc, one.score);
        return scores;
    }

    private Query words(String typed) throws Exception {
        return new PostQueries(LANGUAGES)
                .matching(searcher, TestIndex.query(typed))
                .query();
    }

    private static IndexedPost post(int number, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 3 + random.nextInt(30); i > 0; i--) {
            text.append(WORDS[(int) (Math.pow(random.nextDouble(), 2) * WORDS.length)])
                    .append(' ');
        }
        Instant at = BEGINNING.plusSeconds(random.nextLong(3_650 * DAY));
        return new IndexedPost(
                "p" + number,
                number + 1,
                at,
                number % 9 == 0 ? Optional.empty() : Optional.of(at),
                Optional.empty(),
                text.toString(),
                List.of(),
                List.of(),
                List.of(),
                "en",
                Optional.empty(),
                0,
                Optional.empty());
    }
}
