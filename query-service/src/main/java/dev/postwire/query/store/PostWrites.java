package dev.postwire.query.store;

import dev.postwire.query.change.PostPlan;
import dev.postwire.query.change.Standing;
import dev.postwire.query.change.Standing.Held;
import dev.postwire.query.post.EnrichedPost;
import dev.postwire.query.post.EnricherVersion;
import dev.postwire.query.post.Origin;
import dev.postwire.query.post.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The statements that carry out a {@link PostPlan}: one for each table, whatever the number of posts. */
final class PostWrites {
    /** Below what a B-tree page takes as a key, whatever the script. */
    private static final int LONGEST_KEY = 250;

    /** More authors than any post has; the rest stays in the document only. */
    private static final int MOST_AUTHORS = 500;

    private static final String UPSERT = """
            INSERT INTO post AS p (id, event_id, origin_partition, origin_offset, received_at, enricher_version, stored_at,
                revision, url, site, title, authors, language, published, words, text_sha256, simhash, document, bodies)
            SELECT id, event_id, origin_partition, origin_offset, received_at, string_to_array(version, '.')::bigint[],
                stored_at, revision, url, site, title, string_to_array(authors, E'\\n'), language, published, words,
                decode(sha256, 'hex'), simhash, document, bodies
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS b(id, event_id, origin_partition, origin_offset, received_at, version, stored_at, revision, url, site,
                    title, authors, language, published, words, sha256, simhash, document, bodies)
            ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id, origin_partition = excluded.origin_partition,
                origin_offset = excluded.origin_offset, received_at = excluded.received_at,
                enricher_version = excluded.enricher_version, stored_at = excluded.stored_at,
                revision = excluded.revision, url = excluded.url, site = excluded.site, title = excluded.title,
                authors = excluded.authors, language = excluded.language, published = excluded.published,
                words = excluded.words, text_sha256 = excluded.text_sha256, simhash = excluded.simhash,
                document = excluded.document, bodies = excluded.bodies
            """;

    private final Connection connection;
    private final Instant now;
    private final RevisionWrites revisions;

    PostWrites(Connection connection, Instant now, int revisionsKept) {
        this.connection = connection;
        this.now = now;
        this.revisions = new RevisionWrites(connection, revisionsKept);
    }

    /** What is stored under those ids. Held until the commit, so that nobody decides on the same ground. */
    Map<String, Standing> standings(Collection<String> ids) throws SQLException {
        Map<String, Held> held = new HashMap<>();
        String posts = "SELECT id, origin_partition, origin_offset, received_at, enricher_version, revision FROM post"
                + " WHERE id = ANY (?) ORDER BY id FOR UPDATE";
        each(posts, ids, row -> {
            Long[] version = (Long[]) row.getArray(5).getArray();
            held.put(
                    row.getString(1),
                    new Held(origin(row, 2), new EnricherVersion(Arrays.asList(version)), row.getInt(6)));
        });
        Map<String, Origin> erased = new HashMap<>();
        String erasures = "SELECT post_id, origin_partition, origin_offset, received_at FROM erasure"
                + " WHERE post_id = ANY (?) ORDER BY post_id FOR UPDATE";
        each(erasures, ids, row -> erased.put(row.getString(1), origin(row, 2)));
        Map<String, Standing> standings = new HashMap<>();
        ids.forEach(id -> standings.put(
                id, new Standing(Optional.ofNullable(held.get(id)), Optional.ofNullable(erased.get(id)))));
        return standings;
    }

    void carryOut(PostPlan plan) throws SQLException {
        forEachId("DELETE FROM post WHERE id = ANY (?)", plan.deletes());
        revisions.keep(plan.rewrites());
        upsert(plan.writes());
        erase(plan.erasures());
        revisions.forget(plan.erasures());
    }

    private void upsert(List<PostPlan.Write> writes) throws SQLException {
        Columns rows = new Columns(
                "text",
                "text",
                "int4",
                "int8",
                "timestamptz",
                "text",
                "timestamptz",
                "int4",
                "text",
                "text",
                "text",
                "text",
                "text",
                "timestamptz",
                "int4",
                "text",
                "int8",
                "text",
                "text");
        writes.forEach(write -> rows.add(row(write)));
        rows.execute(connection, UPSERT);
    }

    private Object[] row(PostPlan.Write write) {
        EnrichedPost post = write.publish().post().post();
        Origin origin = post.from();
        String language = key(post.language().code()).toLowerCase(Locale.ROOT);
        return new Object[] {
            post.id(),
            StorableText.of(post.eventId()),
            origin.partition(),
            origin.offset(),
            origin.receivedAt(),
            post.enricher().number(),
            now,
            write.revision(),
            storable(post.url()),
            post.site() == null ? null : key(post.site()).toLowerCase(Locale.ROOT),
            storable(post.title()),
            authors(post),
            language,
            post.publishedAt().map(OffsetDateTime::toInstant).orElse(null),
            post.stats().words(),
            post.fingerprint().textSha256(),
            Long.parseUnsignedLong(post.fingerprint().simhash(), 16),
            write.publish().post().document(),
            write.publish().post().bodies()
        };
    }

    private void erase(Map<String, Origin> erasures) throws SQLException {
        Columns rows = new Columns("text", "int4", "int8", "timestamptz", "timestamptz");
        erasures.forEach((id, origin) -> rows.add(id, origin.partition(), origin.offset(), origin.receivedAt(), now));
        rows.execute(connection, """
                INSERT INTO erasure (post_id, origin_partition, origin_offset, received_at, erased_at)
                SELECT * FROM unnest(?, ?, ?, ?, ?)
                ON CONFLICT (post_id) DO UPDATE SET origin_partition = excluded.origin_partition,
                    origin_offset = excluded.origin_offset, received_at = excluded.received_at,
                    erased_at = excluded.erased_at
                """);
    }

    /** One name a line, in lower case: line ends and the like in a name count as spaces. */
    private static String authors(EnrichedPost post) {
        List<String> names = post.authors().stream()
                .map(author ->
                        key(author.name().replaceAll("\\s+", " ").strip()).toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_AUTHORS)
                .toList();
        return String.join("\n", names);
    }

    private static String storable(String text) {
        return text == null ? null : StorableText.of(text);
    }

    private static String key(String text) {
        return StorableText.of(text, LONGEST_KEY);
    }

    private static Origin origin(ResultSet row, int first) throws SQLException {
        return new Origin(
                row.getInt(first),
                row.getLong(first + 1),
                row.getObject(first + 2, OffsetDateTime.class).toInstant());
    }

    private void forEachId(String sql, List<String> ids) throws SQLException {
        if (ids.isEmpty()) return;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            statement.executeUpdate();
        }
    }

    private void each(String sql, Collection<String> ids, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) reader.read(rows);
            }
        }
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
