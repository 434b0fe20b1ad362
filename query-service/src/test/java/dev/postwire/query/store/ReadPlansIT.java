package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.change.Change;
import dev.postwire.query.follow.ChangeCursor;
import dev.postwire.query.follow.Content;
import dev.postwire.query.index.Moment;
import dev.postwire.query.post.Event;
import dev.postwire.query.store.Rejections.Wanted;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;

/**
 * Everything the store reads and writes by, asked how it would be done on tables of some thousand rows: through an index, and never
 * by scanning one that grows. The statements are caught on their way, so none is here in a copy.
 */
class ReadPlansIT {
    private static final int POSTS = 3_000;

    /** Those of one row are read whole. */
    private static final Pattern SCAN = Pattern.compile("Seq Scan on (?!change_counter|story_progress|pg_)\\w+");

    private final TestStore test = TestStore.create();
    private final Explained explained = new Explained();
    private final DataSource source = explained.over(test.source());
    private final Database database = new Database(source, Replica.none(), () -> true);

    @Test
    void goesThroughAnIndexEverywhere() throws Exception {
        fill();

        readPosts();
        readChanges();
        readForTheIndex();
        readEntities();
        write();
        derive();

        assertTrue(explained.plans().size() >= 40, explained.plans().keySet().toString());
        for (var plan : explained.plans().entrySet()) {
            assertFalse(SCAN.matcher(plan.getValue()).find(), () -> plan.getKey() + "\n" + plan.getValue());
        }
    }

    private void readPosts() {
        List<String> ids = List.of("p7", "p8", "nobody");
        Posts posts = new Posts(database);
        assertTrue(posts.post("p7").isPresent());
        assertTrue(posts.stamp("p7").isPresent());
        assertEquals(2, posts.present(Set.copyOf(ids)).size());
        assertEquals(2, posts.listed(ids, Moment.NOW).size());
        assertEquals(2, posts.contents(ids, Moment.NOW).size());
        assertTrue(posts.change("p7") > 0);
        assertEquals(2, new Bodies(database).of(ids, 1_000_000).size());
        assertEquals(1, new Revisions(database).each("p7", version -> version).size());
        assertTrue(new Revisions(database).one("p7", 1).isPresent());
        assertEquals(List.of(new Receipt(1, 7)), new RawPlaces(database).of("p7"));
        assertTrue(new LetterCounts(database).byReason().size() > 1);
        new Receipts(database).states(Set.of(new Receipt(1, 7), new Receipt(2, 999_999)));
        Stories stories = new Stories(database);
        assertEquals(1, stories.story("p7").orElseThrow().posts().size());
        stories.of(Set.of("p7", "c8"));
        stories.since(2_000, 100);
    }

    private void readChanges() {
        Changes changes = new Changes(database);
        ChangeCursor late = changes.now().at(2_900);
        for (Content content : Content.values())
            assertEquals(100, changes.after(late, 100, content).entries().size());
        for (Content content : List.of(Content.SUMMARY, Content.WHOLE)) {
            assertEquals(
                    100, changes.trail(late, 100, 10_000_000, content).steps().size());
        }
        assertEquals(2_800, changes.back(200).number());
    }

    private void readForTheIndex() throws Exception {
        IndexFeed feed = new IndexFeed(source, () -> {});
        assertEquals(3_000, feed.history().last());
        assertEquals(3_000, feed.count(Moment.NOW), "of what PostgreSQL has counted");
        assertEquals(100, feed.changes(2_900, 100, change -> {}));
        assertEquals(50, feed.posts(Optional.of("p2"), 50, Moment.NOW).size());
        feed.stories(6_990, 10, change -> {});
        feed.lastStory();
    }

    /** As Panache asks Hibernate. */
    private void readEntities() {
        Configuration configuration = new Configuration().addAnnotatedClass(StoredRejection.class);
        configuration.getProperties().put("hibernate.connection.datasource", source);
        try (SessionFactory factory = configuration.buildSessionFactory();
                Session session = factory.openSession()) {
            for (Optional<String> reason : List.of(Optional.of("r1"), Optional.<String>empty())) {
                for (Optional<String> id : List.of(Optional.of("q7"), Optional.<String>empty())) {
                    Wanted wanted = new Wanted(reason, id);
                    Map<String, Object> parameters = wanted.parameters();
                    parameters.put("below", 900L);
                    letters(session, wanted.clause(), parameters);
                }
            }
            var history = session.createSelectionQuery(
                    "from StoredRejection where " + Rejections.HISTORY, StoredRejection.class);
            StoredRejection letter =
                    history.setParameter(1, 3).setParameter(2, 100_003L).getSingleResult();
            session.clear();
            assertEquals("q3", session.find(StoredRejection.class, letter.number()).postId);
        }
    }

    private static void letters(Session session, String clause, Map<String, Object> parameters) {
        var letters = session.createSelectionQuery("from StoredRejection where " + clause, StoredRejection.class);
        parameters.forEach(letters::setParameter);
        letters.setMaxResults(21).getResultList();
    }

    private void write() throws Exception {
        ChangeStore store = new ChangeStore(source, Clock.systemUTC(), 2);
        Partition partition = new Partition("posts.enriched.v1", 0);
        assertEquals(0, store.positions(Set.of(partition)).get(partition));
        List<Change> batch = List.of(
                test.publish(Event.of("p7").origin(1, 9_007).text("anew")),
                test.publish(Event.of("new").origin(1, 9_008)),
                test.enriched("p7", 1, 9_007),
                test.bury("q7", 1, 9_009, "r1"),
                test.erase("p9", 3, 9_010));
        assertEquals(
                5,
                store.store(batch, List.of(new Progress(partition, 0, 5))).outcomes().values().stream()
                        .filter(Optional::isEmpty)
                        .count());
    }

    private void derive() throws Exception {
        assertTrue(new StoryFollower(source, () -> {}).follow());
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
        test.run("INSERT INTO consumed SELECT 't'||i, 0, 0, now() FROM generate_series(1, 3000) i");
        test.run("INSERT INTO revision SELECT p.id, 0 - n, 0, 0, now(), now(), '{}', '{}'"
                + " FROM post p, generate_series(1, 2) n WHERE p.id <> 'p7'");
        test.run("INSERT INTO receipt SELECT 0, 1000000 + i, 'z'||i, 'unchanged', NULL, NULL, i, now(), now(), i"
                + " FROM generate_series(1, 3000) i");
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
