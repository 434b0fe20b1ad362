package dev.postwire.query.store;

import dev.postwire.query.store.ChangeEntry.Version;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The versions of a post: the one that stands and those kept before it. Blocks the calling thread. */
@Singleton
public class Revisions {
    private static final String ALL = """
            SELECT revision, stored_at, document, bodies FROM post WHERE id = ?
            UNION ALL
            SELECT revision, stored_at, document, bodies FROM revision WHERE post_id = ?
            ORDER BY revision DESC
            """;
    private static final String ONE = """
            SELECT revision, stored_at, document, bodies FROM post WHERE id = ? AND revision = ?
            UNION ALL
            SELECT revision, stored_at, document, bodies FROM revision WHERE post_id = ? AND revision = ?
            """;

    private final Database database;

    Revisions(Database database) {
        this.database = database;
    }

    /** Each version made into something, the one that stands first; empty where there is no such post. */
    public <T> List<T> each(String id, Function<Version, T> view) {
        return database.read(
                connection -> new Sql().add(ALL, id, id).list(connection, row -> view.apply(version(row))));
    }

    public Optional<Version> one(String id, int revision) {
        return database.read(connection -> new Sql()
                .add(ONE, id, revision, id, revision).list(connection, Revisions::version).stream()
                        .findFirst());
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("revision"),
                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                row.getString("document"),
                row.getString("bodies"));
    }
}
