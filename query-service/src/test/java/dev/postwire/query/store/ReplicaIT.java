package dev.postwire.query.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.query.index.Moment;
import dev.postwire.query.index.PostSource.History;
import dev.postwire.query.index.StoreChange;
import dev.postwire.query.post.Event;
import dev.postwire.query.store.Posts.Listed;
import dev.postwire.testing.ReplicatedDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Reads beside a replica that streams, lags, dies and comes back. */
class ReplicaIT {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static ReplicatedDatabase pair;
    private static TestStore store;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger connections = new AtomicInteger();
    private long nanos = 1;
    private final Replica replica = replica(pair.replica());
    private final Database database = new Database(pair.primary(), replica, () -> true);
    private final Posts posts = new Posts(database);

    @BeforeAll
    static void start() {
        pair = ReplicatedDatabase.start();
        store = TestStore.in(pair.primary());
    }

    @AfterAll
    static void end() {
        pair.close();
    }

    @AfterEach
    void empty() throws Exception {
        pair.startBoth();
        replay("resume");
        store.run("TRUNCATE post, change CASCADE");
    }

    @Test
    void listsComeFromTheReplicaWhereItHasWhatTheyName() throws Exception {
        put(Event.of("a").origin(0, 1));
        put(Event.of("b").origin(0, 2));
        Moment now = now();
        caughtUp();

        List<Listed> listed = posts.listed(List.of("b", "nobody", "a"), now);
        List<StoreChange> contents = posts.contents(List.of("a"), now);

        assertEquals(List.of("b", "a"), listed.stream().map(Listed::id).toList());
        assertEquals("a", contents.get(0).id());
        assertEquals(2, count("answered"));
        assertEquals(listed, posts.listed(List.of("b", "nobody", "a"), Moment.NOW));
        assertEquals(2, connections.get(), "what is asked for as of now is the primary's");
    }

    @Test
    void listsComeFromThePrimaryWhereTheReplicaLacksWhatTheyName() throws Exception {
        put(Event.of("a").origin(0, 1));
        Moment before = now();
        caughtUp();
        replay("pause");

        put(Event.of("a").origin(0, 2));
        Moment after = now();

        assertEquals(2, posts.listed(List.of("a"), after).get(0).revision());
        assertEquals(1, count("behind"));
        assertEquals(1, posts.listed(List.of("a"), before).get(0).revision(), "it has what was before");
        assertEquals(1, count("answered"));
        assertEquals(after.change(), posts.change("a"), "who reads one post reads what was just written");
        assertEquals(Set.of("a"), posts.present(Set.of("a")));
        replay("resume");
        caughtUp();
        assertEquals(2, posts.listed(List.of("a"), after).get(0).revision());
        assertEquals(2, count("answered"));
    }

    @Test
    void anErasureThatSearchesKnowIsNoLongerListed() throws Exception {
        put(Event.of("gone").origin(0, 1));
        caughtUp();
        replay("pause");

        store.put(store.erase("gone", 0, 2));

        assertEquals(List.of(), posts.listed(List.of("gone"), now()));
        assertEquals(1, count("behind"));
    }

    @Test
    void aRebuildReadsFromTheReplicaWhatItBeganWithOrLater() throws Exception {
        List<String> ids = List.of("a", "b", "c");
        for (String id : ids) put(Event.of(id).origin(0, 1 + ids.indexOf(id)));
        IndexFeed feed = new IndexFeed(pair.primary(), replica, () -> {});
        Moment now = now();
        Moment later = new Moment(now.history(), now.change(), now.story() + 1);
        caughtUp();

        assertEquals(ids, all(feed, now));
        assertTrue(feed.count(now) >= 3, "about so many, for the progress");
        assertEquals(5, count("answered"));

        assertEquals(ids, all(feed, later), "stories that it lacks");
        assertEquals(4, count("behind"));
    }

    @Test
    void listsGoOnWithoutTheReplicaWhichIsNotAskedForAWhile() throws Exception {
        put(Event.of("a").origin(0, 1));
        Moment now = now();
        caughtUp();
        pair.killReplica();

        for (int i = 0; i < 3; i++)
            assertEquals("a", posts.listed(List.of("a"), now).get(0).id());

        assertEquals(3, count("away"));
        assertEquals(1, connections.get());
        pair.startBoth();
        nanos += PAUSE.toNanos();
        assertEquals("a", posts.listed(List.of("a"), now).get(0).id());
        assertEquals(1, count("answered"));
    }

    @Test
    void listsGoOnWithoutThePrimary() throws Exception {
        put(Event.of("a").origin(0, 1));
        Moment now = now();
        caughtUp();
        pair.killPrimary();

        assertEquals("a", posts.listed(List.of("a"), now).get(0).id());
        ProblemException away = assertThrows(ProblemException.class, () -> posts.change("a"));

        assertEquals(ProblemCode.DATABASE_UNAVAILABLE, away.problem().kind());
        assertEquals(1, count("answered"));
    }

    @Test
    void whatTheReplayCancelsThePrimaryReads() throws Exception {
        store.run("CREATE TABLE IF NOT EXISTS spare (word text)");
        Moment now = now();
        await().until(() -> one(pair.replica(), "SELECT to_regclass('spare')") != null);
        AtomicInteger times = new AtomicInteger();

        String read = database.read(now, connection -> {
            one(connection, "SELECT count(*) FROM spare");
            if (times.incrementAndGet() > 1) return "read";
            // Waits on the replica for this very transaction to end, and ends it.
            store.run("DROP TABLE spare; CREATE TABLE spare (word text)");
            return one(connection, "SELECT pg_sleep(30)");
        });

        assertEquals("read", read);
        assertEquals(1, count("refused"));
        assertEquals(2, times.get());
        posts.listed(List.of("a"), now);
        assertEquals(1, count("answered"), "it is asked again at once");
    }

    @Test
    void whatReplaysNothingOrAnotherHistoryIsNoReplica() throws Exception {
        put(Event.of("a").origin(0, 1));
        Moment now = now();
        caughtUp();
        Posts besidePrimary = new Posts(new Database(pair.primary(), replica(pair.primary()), () -> true));

        assertEquals("a", besidePrimary.listed(List.of("a"), now).get(0).id());
        assertEquals(
                "a",
                posts.listed(List.of("a"), new Moment("1/1/1/1", now.change(), 0))
                        .get(0)
                        .id());

        assertEquals(2, count("stranger"));
        assertEquals(0, count("answered"));
    }

    private Replica replica(PGSimpleDataSource source) {
        DataSource counted = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                connections.incrementAndGet();
                return source.getConnection();
            }
        };
        return new Replica(Optional.of(counted), registry, new Pause(PAUSE, () -> nanos));
    }

    private int count(String outcome) {
        return (int) registry.get("postwire.replica.reads")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static void put(Event event) throws Exception {
        assertEquals(1, store.put(store.publish(event)));
    }

    private static Moment now() throws Exception {
        IndexFeed feed = new IndexFeed(pair.primary(), () -> {});
        History history = feed.history();
        return new Moment(history.name(), history.last(), feed.lastStory());
    }

    private static List<String> all(IndexFeed feed, Moment atLeast) throws Exception {
        List<String> ids = new ArrayList<>();
        Optional<String> last = Optional.empty();
        for (List<StoreChange> batch = feed.posts(last, 1, atLeast);
                !batch.isEmpty();
                batch = feed.posts(last, 1, atLeast)) {
            batch.forEach(post -> ids.add(post.id()));
            last = Optional.of(batch.get(0).id());
        }
        return ids;
    }

    private static void caughtUp() throws Exception {
        String written = one(pair.primary(), "SELECT pg_current_wal_lsn()");
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> one(pair.replica(), "SELECT pg_last_wal_replay_lsn() >= '" + written + "'")
                        .equals("t"));
    }

    private static void replay(String what) throws SQLException {
        one(pair.replica(), "SELECT pg_wal_replay_" + what + "()");
    }

    private static String one(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return one(connection, sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
