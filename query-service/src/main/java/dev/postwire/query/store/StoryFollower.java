package dev.postwire.query.store;

import dev.postwire.platform.kafka.Work;
import dev.postwire.query.story.Telling;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Follows the changes of posts in commit order and keeps their stories, behind the writing and never in its way. How far it came is
 * committed with what it wrote, so it goes on exactly there; of several instances one works at a time, whichever comes first.
 */
final class StoryFollower implements Work {
    /** Also after a batch that left nothing, so that posts which come one by one are taken up together. */
    private static final Duration REST = Duration.ofSeconds(1);

    /** Changes taken up in one transaction: so many posts, of so many bytes together unless it is one alone. */
    private static final int MOST_CHANGES = 500;

    private static final long MOST_BYTES = 8L * 1024 * 1024;

    static final String CHANGES = """
            SELECT c.number, c.post_id, coalesce(octet_length(p.bodies), 0)
            FROM change c LEFT JOIN post p ON p.id = c.post_id
            WHERE c.number > ? ORDER BY c.number LIMIT %d
            """.formatted(MOST_CHANGES);

    private final DataSource database;
    private final Opening before;
    private volatile CountDownLatch woken = new CountDownLatch(1);

    /** What must be there first. Throws, and so is tried again, where it is not. */
    @FunctionalInterface
    interface Opening {
        void await() throws Exception;
    }

    /** Where it stands. */
    private record Place(int version, long change, long number) {}

    private record Changed(long number, String id, int bytes) {}

    /** What a batch came upon. */
    private enum Found {
        NOTHING,
        ALL,
        MORE
    }

    StoryFollower(DataSource database, Opening before) {
        this.database = database;
        this.before = before;
    }

    @Override
    public void open() throws Exception {
        woken = new CountDownLatch(1);
        before.await();
    }

    @Override
    public boolean step() throws Exception {
        if (takeUp() != Found.MORE) woken.await(REST.toMillis(), TimeUnit.MILLISECONDS);
        return true;
    }

    /** One batch. False where nothing is left, or another instance is at work. */
    boolean follow() throws SQLException {
        return takeUp() != Found.NOTHING;
    }

    private Found takeUp() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Found found = take(connection);
                connection.commit();
                return found;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private static Found take(Connection connection) throws SQLException {
        List<Place> places = new Sql()
                .add("SELECT version, last_change, last_number FROM story_progress FOR UPDATE SKIP LOCKED")
                .list(connection, row -> new Place(row.getInt(1), row.getLong(2), row.getLong(3)));
        if (places.isEmpty()) return Found.NOTHING;
        // A scan looks cheap to the planner while it knows little of a table that grows fast.
        execute(connection, "SET LOCAL enable_seqscan = off");
        Place place = places.get(0).version() == Telling.VERSION ? places.get(0) : anew(connection, places.get(0));
        List<Changed> found = new Sql()
                .add(CHANGES, place.change())
                .list(connection, row -> new Changed(row.getLong(1), row.getString(2), row.getInt(3)));
        List<Changed> changes = within(found);
        if (changes.isEmpty()) return Found.NOTHING;
        Set<String> ids = new TreeSet<>();
        changes.forEach(change -> ids.add(change.id()));
        long number = new StoryWrites(connection).take(ids, place.number());
        long last = changes.get(changes.size() - 1).number();
        execute(
                connection,
                "UPDATE story_progress SET version = %d, last_change = %d, last_number = %d"
                        .formatted(Telling.VERSION, last, number));
        return found.size() == MOST_CHANGES || changes.size() < found.size() ? Found.MORE : Found.ALL;
    }

    /** Stories stay until they are found to be others. */
    private static Place anew(Connection connection, Place place) throws SQLException {
        execute(connection, "TRUNCATE story_sketch, story_link");
        return new Place(Telling.VERSION, 0, place.number());
    }

    private static List<Changed> within(List<Changed> changes) {
        long bytes = 0;
        for (int i = 0; i < changes.size(); i++) {
            bytes += changes.get(i).bytes();
            if (bytes > MOST_BYTES && i > 0) return changes.subList(0, i);
        }
        return changes;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void wakeup() {
        woken.countDown();
    }

    @Override
    public void close() {}
}
