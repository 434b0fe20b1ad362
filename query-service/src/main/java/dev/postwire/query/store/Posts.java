package dev.postwire.query.store;

import dev.postwire.query.index.Moment;
import dev.postwire.query.index.StoreChange;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The posts, read one by one or as lists. Blocks the calling thread; a database that is away ends the call with a 503. */
@Singleton
public class Posts {
    private final Database database;

    Posts(Database database) {
        this.database = database;
    }

    /** What tells whether a copy is still good. */
    public record Stamp(int revision, Instant storedAt) {}

    /** A post as it stands in a list: without html, markdown and text. */
    public record Listed(String id, int revision, Instant storedAt, String document) {}

    public Optional<StoredPost> post(String id) {
        return database
                .read(connection -> new Sql()
                        .add("SELECT revision, stored_at, document, bodies FROM post WHERE id = ?", id)
                        .list(
                                connection,
                                row -> new StoredPost(
                                        row.getInt(1), instant(row, 2), row.getString(3), row.getString(4))))
                .stream()
                .findFirst();
    }

    public Optional<Stamp> stamp(String id) {
        return database
                .read(connection -> new Sql()
                        .add("SELECT revision, stored_at FROM post WHERE id = ?", id)
                        .list(connection, row -> new Stamp(row.getInt(1), instant(row, 2))))
                .stream()
                .findFirst();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Those of the ids that are there. */
    Set<String> present(Set<String> ids) {
        return database.read(connection -> Set.copyOf(new Sql()
                .add("SELECT id FROM post WHERE id = ANY (?)", connection.createArrayOf("text", ids.toArray()))
                .list(connection, row -> row.getString(1))));
    }

    /** Those of the posts that are there at that moment or later, in the order of the ids. */
    public List<Listed> listed(List<String> ids, Moment atLeast) {
        if (ids.isEmpty()) return List.of();
        return database.read(atLeast, connection -> new Sql()
                .add(
                        "SELECT p.id, p.revision, p.stored_at, p.document FROM unnest(?) WITH ORDINALITY AS wanted(id, place)"
                                + " JOIN post p ON p.id = wanted.id ORDER BY wanted.place",
                        connection.createArrayOf("text", ids.toArray()))
                .list(
                        connection,
                        row -> new Listed(row.getString(1), row.getInt(2), instant(row, 3), row.getString(4))));
    }

    /** Those of the posts that are there at that moment or later, with their texts, in any order. */
    public List<StoreChange> contents(List<String> ids, Moment atLeast) {
        if (ids.isEmpty()) return List.of();
        return database.read(atLeast, connection -> new Sql()
                .add(
                        "SELECT id, received_at, document, bodies FROM post WHERE id = ANY (?)",
                        connection.createArrayOf("text", ids.toArray()))
                .list(
                        connection,
                        row -> new StoreChange(
                                0,
                                row.getString(1),
                                Optional.of(new StoreChange.Stored(
                                        instant(row, 2), Optional.empty(), row.getString(3), row.getString(4))))));
    }

    /** The number of the last change of a post; 0 where it was never stored. */
    public long change(String id) {
        return database
                .read(connection -> new Sql()
                        .add("SELECT number FROM change WHERE post_id = ?", id)
                        .list(connection, row -> row.getLong(1)))
                .stream()
                .findFirst()
                .orElse(0L);
    }
}
