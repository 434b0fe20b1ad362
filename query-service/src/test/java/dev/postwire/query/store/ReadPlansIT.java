package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.change.Change;
import dev.postwire.query.follow.Content;
import dev.postwire.query.post.Event;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The SQL reads, asked how it would be done on tables of some thousand rows: through an index, and never by scanning one. */
class ReadPlansIT {
    private static final int POSTS = 3_000;
    private final TestStore test = TestStore.create();

    @Test
    void readsThroughAnIndexEverywhere() throws Exception {
        fill();
        try (Connection connection = test.connect()) {
            Object ids = connection.createArrayOf("text", new String[] {"p7", "p8", "nobody"});
            Map<String, Sql> reads = new LinkedHashMap<>();
            reads.put("a post", new Sql().add("SELECT * FROM post WHERE id = ?", "p7"));
            reads.put("which are there", new Sql().add("SELECT id FROM post WHERE id = ANY (?)", ids));
            reads.put("receipts", Receipts.sql(connection, Set.of(new Receipt(1, 7), new Receipt(2, 999_999))));
            reads.put(
                    "rejections",
                    new Sql().add("SELECT * FROM rejection WHERE number < ? ORDER BY number DESC LIMIT 21", 900L));
            reads.put(
                    "rejections of a reason",
                    new Sql()
                            .add(
                                    "SELECT * FROM rejection WHERE number < ? AND reason = ? ORDER BY number DESC LIMIT 21",
                                    900L,
                                    "r1"));
            reads.put(
                    "tags that begin so",
                    new Sql()
                            .add(
                                    "SELECT slug, count(*) FROM post_tag WHERE slug >= ? AND slug < ? GROUP BY slug",
                                    "s11",
                                    "s12"));
            reads.put("changes", Changes.sql(2_900, 100, Content.WHOLE));
            // A share of a table that is worth a scan is none of what is checked.
            reads.put("changes to derive from", new Sql().add(StoryFollower.CHANGES, 2_980L));
            reads.put("changes for the index", new Sql().add(IndexFeed.CHANGES, 2_900L, 100));
            reads.put("posts for the index", new Sql().add(IndexFeed.POSTS, "p2", 50));
            reads.put("stories for the index", new Sql().add(IndexFeed.STORIES, 6_990L, 10));
            reads.put(
                    "posts of a list",
                    new Sql()
                            .add(
                                    "SELECT p.id, p.document FROM unnest(?) WITH ORDINALITY AS wanted(id, place)"
                                            + " JOIN post p ON p.id = wanted.id ORDER BY wanted.place",
                                    ids));
            reads.put("story: who was with them", new Sql().add(StoryWrites.MATES, ids));
            reads.put("story: copies looked up", new Sql().add(StoryWrites.LOOK_UP, ids));
            reads.put("story: links", new Sql().add(StoryWrites.LINKS, ids));
            reads.put("story: members", new Sql().add(StoryWrites.MEMBERS, ids));
            reads.put("story: assigned", new Sql().add(StoryWrites.ASSIGNED, ids));
            reads.put("story: since", new Sql().add(Stories.ASSIGNMENTS, 2_000L, 100));
            reads.put("story: counted", new Sql().add(Stories.COUNTED, "p7"));
            reads.put("story of a post", new Sql().add(Stories.TOLD_IN, "p7", "p7", 100));
            for (var read : reads.entrySet()) assertNoScan(connection, read.getKey(), read.getValue());
        }
    }

    private static void assertNoScan(Connection connection, String name, Sql read) throws Exception {
        String plan = String.join("\n", read.explained().list(connection, row -> row.getString(1)));
        assertFalse(plan.contains("Seq Scan"), () -> name + "\n" + read + "\n" + plan);
        assertTrue(plan.contains("Index"), () -> name + "\n" + read + "\n" + plan);
    }

    private void fill() throws Exception {
        for (int from = 0; from < POSTS; from += 500) {
            List<Change> batch = new ArrayList<>();
            for (int i = from; i < from + 500; i++) {
                Event event = Event.of("p" + i)
                        .origin(i % 6, i)
                        .site("s" + i % 300 + ".example")
                        .author("a" + i % 500)
                        .language(List.of("en", "de", "fr").get(i % 3))
                        .tag("s" + i % 400, "S")
                        .text(words(i));
                batch.add(test.publish(event));
                batch.add(test.enriched("p" + i, i % 6, i));
                if (i % 3 == 0) batch.add(test.bury("q" + i, i % 6, 100_000 + i, "r" + i % 9));
            }
            test.put(batch);
        }
        StoryFollower follower = new StoryFollower(test.source(), () -> {});
        while (follower.follow()) continue;
        assertEquals(Integer.toString(POSTS), test.one("SELECT count(*) FROM story_sketch"));
        // Far more than anybody has, so that the planner sees these tables as it will one day.
        test.run("INSERT INTO story SELECT 'c'||i, 'c'||i / 2, 1000 + i FROM generate_series(1, 6000) i");
        test.run("INSERT INTO change SELECT -i, 'x'||i, true FROM generate_series(1, 60000) i");
        test.run("INSERT INTO story_link SELECT 'c'||i, 'd'||i FROM generate_series(1, 6000) i");
        test.run("INSERT INTO erasure SELECT 'e'||i, 0, i, now(), now() FROM generate_series(1, 3000) i");
        test.run("VACUUM ANALYZE");
    }

    /** Of which no two posts share four in a row. */
    private static String words(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++)
            text.append(Integer.toString(number * 61 + i * 7, 36)).append(' ');
        return text.toString();
    }
}
