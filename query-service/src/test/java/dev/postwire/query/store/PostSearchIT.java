package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.post.Event;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.PostQueryReader;
import dev.postwire.query.search.PostQueryReader.Typed;
import dev.postwire.query.search.Stemmer;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostSearchIT {
    private final TestStore test = TestStore.create();

    @Test
    void findsWordsByTheirStemAndAsTheyAre() throws Exception {
        put(Event.of("en").language("en").text("The sprints were great."));
        put(Event.of("en-title").language("en-GB").title("A sprint"));
        put(Event.of("de").language("de").text("Die Häuser sind alt."));
        put(Event.of("ja").language("ja").text("スプリント sprints"));

        assertEquals(Set.of("en", "en-title", "ja"), Set.copyOf(found("sprints")));
        assertEquals("en-title", found("sprint").get(0), "the title weighs more");
        assertEquals(List.of("de"), found("haus"));
        assertEquals(List.of("de"), found("HÄUSER"));
    }

    @Test
    void takesPhrasesExclusionsAndAlternatives() throws Exception {
        put(Event.of("a").language("en").text("python package index"));
        put(Event.of("b").language("en").text("package for python"));
        put(Event.of("c").language("en").text("a conference on trains"));

        assertEquals(List.of("a"), found("\"python package\""));
        assertEquals(List.of("b"), found("python -index"));
        assertEquals(List.of("b"), found("python -\"package index\""));
        assertEquals(Set.of("b", "c"), Set.copyOf(found("trains OR python -index")));
        assertEquals(List.of(), found("python -packages"), "excluded in every form");
        assertEquals(Set.of("a", "b"), Set.copyOf(found("-conferences")));
        assertEquals(List.of(), found("python trains"), "all words are wanted");
    }

    @Test
    void neverFailsOnAnythingTyped() throws Exception {
        put(Event.of("a").language("en").text("it's a C++ & c# :* <-> test | 100%"));
        List<String> typed = new ArrayList<>(List.of(
                "'",
                "\"",
                "\\",
                ":*",
                "a:*",
                "!",
                "!!",
                "&",
                "|",
                "<->",
                "a <-> b",
                "((",
                "))",
                "-",
                "--a",
                "OR",
                "or a",
                "a OR",
                "\u0000a",
                "a\uD83D",
                "%",
                "_",
                "$1",
                "?",
                "{x}",
                "'; DROP TABLE post; --",
                "\\'",
                "E'\\x'",
                "a\u0001b",
                "🚢",
                "http://x/?a=b&c",
                "a@b.c",
                "-\"",
                "\"a",
                "AND",
                "NOT",
                "x".repeat(5_000),
                "word ".repeat(500),
                "ß",
                "\uFFFF"));
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < 12; c++) text.append("ab \"-'\\:*!&|<>()%{}OR\u0000\t\n🚢é".charAt(random.nextInt(27)));
            typed.add(text.toString());
        }
        for (String q : typed) found(q);
        assertEquals(List.of("a"), found("c++ \"it's\" 100%"));
    }

    @Test
    void filtersByEverythingAtOnce() throws Exception {
        put(Event.of("a")
                .language("en-GB")
                .site("x.example")
                .author("Ines  Okafor")
                .author("Bo")
                .tag("py", "Py")
                .tag("go", "Go")
                .published("2014-05-25T23:30:00+02:00")
                .text("tea"));
        put(Event.of("b")
                .language("en")
                .site("y.example")
                .tag("py", "Py")
                .published("2014-05-26T00:00:00Z")
                .text("tea"));
        put(Event.of("c").language("de").text("tea"));

        assertEquals(
                List.of("a"),
                found(typed("tea", List.of("py", "go"), "en", "x.example", "INES okafor", "2014-05-25", "2014-05-25")));
        assertEquals(List.of("b", "a"), found(typed("", List.of("py"), null, null, null, null, null)));
        assertEquals(List.of("b", "a"), found(typed("", List.of(), "en", null, null, null, null)));
        assertEquals(List.of("a"), found(typed("", List.of(), "en-gb", null, null, null, null)));
        assertEquals(List.of(), found(typed("", List.of(), "en-g", null, null, null, null)));
        assertEquals(List.of("a"), found(typed("", List.of(), null, null, null, null, "2014-05-25")));
        assertEquals(List.of("b"), found(typed("", List.of(), null, null, null, "2014-05-26", null)));
    }

    @Test
    void givesEveryPostOnceWhileOthersComeIn() throws Exception {
        for (String sort : List.of("published", "received", "relevance")) {
            test.run("TRUNCATE post, change CASCADE");
            for (int i = 0; i < 50; i++) {
                // Groups of equal dates, so that the id must tell them apart.
                String date = "2020-01-%02dT00:00:00Z".formatted(1 + i / 10);
                put(Event.of("p" + i).language("en").text("tea").published(date).receivedAt(date));
            }
            PostQuery query = PostQueryReader.read(new Typed(
                    Optional.of("tea"),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(sort)));
            List<String> seen = new ArrayList<>();
            Optional<Cursor> cursor = Optional.empty();
            do {
                Page<PostSearch.Hit> page = page(query, cursor, 7);
                page.items().forEach(hit -> seen.add(hit.id()));
                cursor = page.next();
                put(Event.of("new" + seen.size())
                        .language("en")
                        .text("tea")
                        .published("2021-01-01T00:00:00Z")
                        .receivedAt("2021-01-01T00:00:00Z"));
            } while (cursor.isPresent());

            assertEquals(50, seen.size(), sort);
            assertEquals(50, Set.copyOf(seen).size(), sort);
        }
    }

    @Test
    void countsAllThatMatch() throws Exception {
        for (int i = 0; i < 30; i++) put(Event.of("p" + i).language("en").text(i % 3 == 0 ? "tea" : "coffee"));
        try (Connection connection = test.connect()) {
            assertEquals(10, new PostSearch(query("tea"), Set.of(Stemmer.ENGLISH)).total(connection));
            assertEquals(30, new PostSearch(query(""), Set.of()).total(connection));
        }
    }

    @Test
    void knowsWhichLanguagesThereAre() throws Exception {
        for (String code : List.of("en", "en-GB", "de", "ja", "und", "zh-Hant"))
            put(Event.of("p-" + code).language(code));
        try (Connection connection = test.connect()) {
            assertEquals(Set.of(Stemmer.ENGLISH, Stemmer.GERMAN), Languages.present(connection));
        }
    }

    @Test
    void readsThroughAnIndexEverywhere() throws Exception {
        test.run(
                "INSERT INTO post (id, event_id, origin_partition, origin_offset, received_at, enricher_version, stored_at, revision,"
                        + " url, site, title, authors, language, published, words, text_sha256, simhash, document, bodies, search)"
                        + " SELECT 'p'||i, 'e', i % 6, i, timestamptz '2026-01-01' + i * interval '1 s', '{1}', now(), 1, 'u', 's'||i % 300,"
                        + " 't'||i, ARRAY['a'||i % 500], (ARRAY['en','de','fr'])[1 + i % 3], timestamptz '2020-01-01' + i * interval '1 h', 5,"
                        + " '\\x00', i, '{}', '{}', to_tsvector('simple', 'w'||i % 700||' x'||i) FROM generate_series(1, 8000) i");
        test.run("INSERT INTO post_tag SELECT 'p'||i, 's'||i % 400, 'S', 0 FROM generate_series(1, 8000) i");
        test.run(
                "INSERT INTO receipt SELECT i % 6, i, 'p'||i, 'enriched', NULL, NULL, i, now(), now(), i FROM generate_series(1, 8000) i");
        test.run(
                "INSERT INTO rejection (topic, partition, record_offset, reason, detail, bytes, sha256, attempt, rejected_at)"
                        + " SELECT 't', 0, i, 'r'||i % 9, 'd', 1, '', 1, now() FROM generate_series(1, 4000) i");
        test.run("INSERT INTO change SELECT i, 'p'||i, false FROM generate_series(1, 8000) i");
        test.run("INSERT INTO erasure SELECT 'e'||i, 0, i, now(), now() FROM generate_series(1, 4000) i");
        test.run("VACUUM ANALYZE");
        Optional<Cursor> none = Optional.empty();
        Optional<Cursor> middle = Optional.of(Cursor.after(1_600_000_000_000_000L, "p5"));
        List<Sql> reads = List.of(
                new PostSearch(query("w17"), Set.of(Stemmer.ENGLISH)).pageSql(none, 21),
                new PostSearch(query(""), Set.of()).pageSql(none, 21),
                new PostSearch(query(""), Set.of()).pageSql(middle, 21),
                new PostSearch(typed("", List.of(), null, "s7", null, null, null), Set.of()).pageSql(none, 21),
                new PostSearch(typed("", List.of(), "de", null, null, null, null), Set.of()).pageSql(middle, 21),
                new PostSearch(typed("", List.of(), null, null, "a7", null, null), Set.of()).pageSql(none, 21),
                new PostSearch(typed("", List.of("s9"), null, null, null, null, null), Set.of()).pageSql(none, 21),
                new PostSearch(typed("", List.of(), null, null, null, "2020-03-01", "2020-03-02"), Set.of())
                        .pageSql(none, 21),
                new Sql().add("SELECT * FROM post WHERE id = ?", "p7"),
                new Sql()
                        .add(
                                "SELECT * FROM rejection WHERE number < ? AND reason = ? ORDER BY number DESC LIMIT 21",
                                3_000L,
                                "r1"),
                new Sql().add("SELECT * FROM rejection WHERE number < ? ORDER BY number DESC LIMIT 21", 3_000L),
                new Sql()
                        .add(
                                "SELECT c.number, p.document FROM change c LEFT JOIN post p ON p.id = c.post_id"
                                        + " WHERE c.number > ? ORDER BY c.number LIMIT 100",
                                100L),
                new Sql()
                        .add(
                                "SELECT slug, count(*) FROM post_tag WHERE slug >= ? AND slug < ? GROUP BY slug",
                                "s11",
                                "s12"));
        try (Connection connection = test.connect()) {
            for (Sql read : reads) assertNoScan(connection, read);
            assertNoScan(connection, Receipts.sql(connection, Set.of(new Receipt(1, 7), new Receipt(2, 999_999))));
        }
    }

    private static void assertNoScan(Connection connection, Sql read) throws Exception {
        String plan = String.join("\n", read.explained().list(connection, row -> row.getString(1)));
        assertFalse(plan.contains("Seq Scan"), read + "\n" + plan);
        assertTrue(plan.contains("Index"), read + "\n" + plan);
    }

    private void put(Event event) throws Exception {
        test.put(test.publish(event));
    }

    private List<String> found(String q) throws Exception {
        return found(query(q));
    }

    private List<String> found(PostQuery query) throws Exception {
        List<String> ids = page(query, Optional.empty(), 100).items().stream()
                .map(PostSearch.Hit::id)
                .toList();
        try (Connection connection = test.connect()) {
            assertEquals(ids.size(), new PostSearch(query, Languages.present(connection)).total(connection));
        }
        return ids;
    }

    private Page<PostSearch.Hit> page(PostQuery query, Optional<Cursor> after, int limit) throws Exception {
        try (Connection connection = test.connect()) {
            PostSearch search = new PostSearch(query, Languages.present(connection));
            return Page.of(search.page(connection, after, limit + 1), limit, PostSearch.Hit::place);
        }
    }

    private static PostQuery query(String q) throws Exception {
        return typed(q, List.of(), null, null, null, null, null);
    }

    private static PostQuery typed(
            String q, List<String> tags, String language, String site, String author, String from, String to)
            throws Exception {
        return PostQueryReader.read(new Typed(
                Optional.of(q),
                tags,
                Optional.ofNullable(language),
                Optional.ofNullable(site),
                Optional.ofNullable(author),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.empty()));
    }
}
