package dev.postwire.query.store;

import dev.postwire.query.index.Moment;
import dev.postwire.query.index.PostSource;
import dev.postwire.query.index.StoreChange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Reads the store for the search index: in batches, each by one statement and so as of one moment. What a rebuild reads, which is all
 * there is, comes from the replica where that has it.
 */
@Singleton
public class IndexFeed implements PostSource {
    /** Rows that the driver holds at a time: a post can take some megabytes. */
    private static final int ROWS = 25;

    /** How much of a batch is held at a time; what is beyond comes with the next. */
    private static final int BATCH_CHARACTERS = 8_000_000;

    /**
     * The cluster, its timeline (another after every recovery to an earlier moment and every promotion of a replica), the database
     * and its table of changes: each other where the numbers are others.
     */
    static final String HISTORY = """
            SELECT s.system_identifier || '/' || c.timeline_id || '/' || d.oid || '/' || 'change'::regclass::oid AS name,
                (SELECT last_number FROM change_counter) AS last
            FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d WHERE d.datname = current_database()
            """;

    static final String CHANGES = """
            SELECT c.number, c.post_id, p.received_at, p.document, p.bodies, s.story
            FROM change c LEFT JOIN post p ON p.id = c.post_id AND NOT c.erased LEFT JOIN story s ON s.post_id = p.id
            WHERE c.number > ? ORDER BY c.number LIMIT ?
            """;

    static final String POSTS = """
            SELECT c.number, p.id AS post_id, p.received_at, p.document, p.bodies, s.story
            FROM post p JOIN change c ON c.post_id = p.id LEFT JOIN story s ON s.post_id = p.id
            WHERE p.id > ? ORDER BY p.id LIMIT ?
            """;

    static final String STORIES = """
            SELECT c.number, s.post_id, p.received_at, p.document, p.bodies, s.story, s.number AS story_number
            FROM story s JOIN change c ON c.post_id = s.post_id LEFT JOIN post p ON p.id = s.post_id AND NOT c.erased
            WHERE s.number > ? ORDER BY s.number LIMIT ?
            """;

    /** What PostgreSQL has last counted; before it has, no more than there were changes. */
    private static final String COUNT = """
            SELECT CASE WHEN reltuples > 0 THEN reltuples::bigint ELSE (SELECT last_number FROM change_counter) END
            FROM pg_class WHERE oid = 'post'::regclass
            """;

    private final DataSource database;
    private final Replica replica;
    private final Schema schema;

    @Inject
    IndexFeed(DataSource database, Replica replica, SchemaAtStart schema) {
        this(database, replica, schema::await);
    }

    public IndexFeed(DataSource database, Schema schema) {
        this(database, Replica.none(), schema);
    }

    IndexFeed(DataSource database, Replica replica, Schema schema) {
        this.database = database;
        this.replica = replica;
        this.schema = schema;
    }

    /** Returns once the schema is there. */
    @FunctionalInterface
    public interface Schema {
        void await() throws Exception;
    }

    @Override
    public void await() throws Exception {
        schema.await();
    }

    @Override
    public History history() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Sql()
                    .add(HISTORY)
                    .list(connection, row -> new History(row.getString("name"), row.getLong("last")))
                    .get(0);
        }
    }

    @Override
    public int changes(long after, int limit, Consumer<StoreChange> each) throws SQLException {
        int[] count = {0};
        follow(new Batch(CHANGES, after, limit), row -> {
            each.accept(change(row));
            count[0]++;
            return true;
        });
        return count[0];
    }

    @Override
    public long lastStory() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Sql()
                    .add("SELECT last_number FROM story_progress")
                    .list(connection, row -> row.getLong(1))
                    .get(0);
        }
    }

    @Override
    public long stories(long after, int limit, Consumer<StoreChange> each) throws SQLException {
        long[] last = {after};
        follow(new Batch(STORIES, after, limit), row -> {
            each.accept(change(row));
            last[0] = row.getLong("story_number");
            return true;
        });
        return last[0];
    }

    @Override
    public List<StoreChange> posts(Optional<String> after, int limit, Moment atLeast) throws SQLException {
        return read(atLeast, connection -> posts(connection, after, limit));
    }

    private static List<StoreChange> posts(Connection connection, Optional<String> after, int limit)
            throws SQLException {
        List<StoreChange> posts = new ArrayList<>();
        long[] characters = {0};
        new Batch(POSTS, after.orElse(""), limit).hand(connection, row -> {
            StoreChange post = change(row);
            posts.add(post);
            characters[0] += post.stored()
                    .map(stored -> stored.document().length() + stored.bodies().length())
                    .orElse(0);
            return characters[0] < BATCH_CHARACTERS;
        });
        return posts;
    }

    @Override
    public long count(Moment atLeast) throws SQLException {
        return read(atLeast, connection -> new Sql()
                .add(COUNT)
                .list(connection, row -> row.getLong(1))
                .get(0));
    }

    /** Takes a row and says whether it wants another. */
    @FunctionalInterface
    private interface Taker {
        boolean take(ResultSet row) throws SQLException;
    }

    private record Batch(String sql, Object after, int limit) {
        void hand(Connection connection, Taker taker) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(ROWS);
                statement.setObject(1, after);
                statement.setInt(2, limit);
                try (ResultSet row = statement.executeQuery()) {
                    boolean more = true;
                    while (more && row.next()) more = taker.take(row);
                }
            }
        }
    }

    private <T> T read(Moment atLeast, Database.Reading<T> reading) throws SQLException {
        Optional<T> read = replica.read(atLeast, reading);
        return read.isPresent() ? read.get() : read(reading);
    }

    private void follow(Batch batch, Taker taker) throws SQLException {
        read(connection -> {
            batch.hand(connection, taker);
            return true;
        });
    }

    private <T> T read(Database.Reading<T> reading) throws SQLException {
        try (Connection connection = database.getConnection()) {
            // Only within a transaction does the driver fetch row by row.
            connection.setAutoCommit(false);
            try {
                return reading.read(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    private static StoreChange change(ResultSet row) throws SQLException {
        String document = row.getString("document");
        Optional<StoreChange.Stored> stored = document == null
                ? Optional.empty()
                : Optional.of(new StoreChange.Stored(
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("story")),
                        document,
                        row.getString("bodies")));
        return new StoreChange(row.getLong("number"), row.getString("post_id"), stored);
    }
}
