package dev.postwire.query.store;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.query.follow.ChangeCursor;
import dev.postwire.query.follow.Content;
import dev.postwire.query.follow.PostFields;
import dev.postwire.query.follow.WordAnswers;
import dev.postwire.query.post.DocumentTags;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The changes in the order of their commits. Whoever reads on from the last number it got misses nothing, for numbers are given
 * under a lock that is held until the commit is visible: what is seen at number n can have nothing unseen below it. Blocks the
 * calling thread; a database that is away ends the call with a 503.
 */
@Singleton
public class Changes {
    /** A page holds less than the limit where its posts are large: what a page may take of memory, in characters. */
    static final int LARGEST_PAGE = 4 * 1024 * 1024;

    private static final String LAST = "SELECT epoch, last_number FROM change_counter";

    private final Database database;

    Changes(Database database) {
        this.database = database;
    }

    /**
     * Some changes, and where they end.
     *
     * @param next where to go on: at the cursor asked with where there was nothing
     */
    public record Slice(List<ChangeEntry> entries, ChangeCursor next) {}

    /** @param fields absent where the post was erased */
    public record Step(ChangeEntry entry, Optional<PostFields> fields) {}

    /** Some changes with what filters look at, and where they end. */
    public record Trail(List<Step> steps, ChangeCursor next) {}

    /** The place after the last change there is. */
    public ChangeCursor now() {
        return database.read(Changes::now);
    }

    /** The place before the first change. */
    public ChangeCursor beginning() {
        return now().at(0);
    }

    /** What comes after the cursor. One that is not of this database, or is ahead of it, ends the call with a 410. */
    public Slice after(ChangeCursor since, int limit, Content content) {
        return database.read(connection -> after(connection, since, limit, content));
    }

    static Slice after(Connection connection, ChangeCursor since, int limit, Content content) throws SQLException {
        mustBeOurs(since, now(connection));
        List<ChangeEntry> entries = sql(since.number(), limit, content)
                .listWithin(connection, LARGEST_PAGE, row -> entry(row, content), entry -> entry.post()
                        .map(ChangeEntry.Version::size)
                        .orElse(0L));
        long last = entries.isEmpty()
                ? since.number()
                : entries.get(entries.size() - 1).number();
        return new Slice(entries, since.at(last));
    }

    /**
     * What comes after the cursor, as {@link #after} gives it, with what filters look at.
     *
     * @param bytes what the page may take of memory, in characters, where it has more than one change
     * @param content how much of each post is read
     */
    public Trail trail(ChangeCursor since, int limit, long bytes, Content content) {
        return database.read(connection -> trail(connection, since, limit, bytes, content));
    }

    static Trail trail(Connection connection, ChangeCursor since, int limit, long bytes, Content content)
            throws SQLException {
        mustBeOurs(since, now(connection));
        List<Step> steps = trailSql(since.number(), limit, content)
                .listWithin(
                        connection,
                        bytes,
                        row -> {
                            ChangeEntry entry = entry(row, content);
                            return new Step(entry, entry.erased() ? Optional.empty() : Optional.of(fields(row)));
                        },
                        step -> step.entry()
                                .post()
                                .map(ChangeEntry.Version::size)
                                .orElse(0L));
        long last = steps.isEmpty()
                ? since.number()
                : steps.get(steps.size() - 1).entry().number();
        return new Trail(steps, since.at(last));
    }

    static Sql trailSql(long after, int limit, Content content) {
        return new Sql().add("""
                SELECT c.number, c.post_id, c.erased, p.revision, p.stored_at, p.document, %s AS bodies, p.language, p.site,
                    p.authors, p.published
                FROM change c LEFT JOIN post p ON p.id = c.post_id
                WHERE c.number > ? ORDER BY c.number LIMIT ?
                """.formatted(content == Content.WHOLE ? "p.bodies" : "''"), after, limit);
    }

    private static PostFields fields(ResultSet row) throws SQLException {
        OffsetDateTime published = row.getObject("published", OffsetDateTime.class);
        return new PostFields(
                row.getString("post_id"),
                DocumentTags.of(row.getString("document")),
                row.getString("language"),
                Optional.ofNullable(row.getString("site")),
                Set.of((String[]) row.getArray("authors").getArray()),
                Optional.ofNullable(published).map(OffsetDateTime::toInstant),
                WordAnswers.NONE);
    }

    /** The place so many changes before the last one. */
    public ChangeCursor back(int changes) {
        return database.read(connection -> {
            ChangeCursor now = now(connection);
            List<Long> before = new Sql()
                    .add("SELECT number FROM change ORDER BY number DESC OFFSET ? LIMIT 1", changes)
                    .list(connection, row -> row.getLong(1));
            return now.at(before.isEmpty() ? 0 : before.get(0));
        });
    }

    /** Refuses a cursor that another database gave. */
    public static void mustBeOurs(ChangeCursor cursor, ChangeCursor now) {
        if (cursor.epoch().equals(now.epoch()) && cursor.number() <= now.number()) return;
        throw Problem.of(
                        ProblemCode.CURSOR_EXPIRED,
                        "The cursor is of a database that is no more, or of a state that was restored away. Begin anew"
                                + " without it, and drop what you have that does not come again.")
                .exception();
    }

    static Sql sql(long after, int limit, Content content) {
        Sql sql = new Sql().add("SELECT c.number, c.post_id, c.erased");
        if (content != Content.IDS) sql.add(", p.revision, p.stored_at, p.document");
        if (content == Content.WHOLE) sql.add(", p.bodies");
        sql.add("FROM change c");
        if (content != Content.IDS) sql.add("LEFT JOIN post p ON p.id = c.post_id");
        return sql.add("WHERE c.number > ? ORDER BY c.number LIMIT ?", after, limit);
    }

    private static ChangeEntry entry(ResultSet row, Content content) throws SQLException {
        boolean erased = row.getBoolean("erased");
        Optional<ChangeEntry.Version> post = erased || content == Content.IDS
                ? Optional.empty()
                : Optional.of(new ChangeEntry.Version(
                        row.getInt("revision"),
                        row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                        row.getString("document"),
                        content == Content.WHOLE ? row.getString("bodies") : ""));
        return new ChangeEntry(row.getLong("number"), row.getString("post_id"), erased, post);
    }

    static ChangeCursor now(Connection connection) throws SQLException {
        return new Sql()
                .add(LAST)
                .list(connection, row -> new ChangeCursor(row.getString(1), row.getLong(2)))
                .get(0);
    }
}
