package dev.postwire.query.store;

import dev.postwire.query.post.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The statements that keep the versions before the one that stands: two for a batch, whatever the number of posts. */
final class RevisionWrites {
    /** Moved within the database: what is stored compressed stays so. */
    private static final String KEEP = """
            INSERT INTO revision (post_id, revision, origin_partition, origin_offset, received_at, stored_at, document, bodies)
            SELECT id, revision, origin_partition, origin_offset, received_at, stored_at, document, bodies
            FROM post WHERE id = ANY (?)
            """;

    private static final String DROP = """
            DELETE FROM revision r USING post p
            WHERE p.id = ANY (?) AND r.post_id = p.id AND r.revision <= p.revision - ?
            """;
    private static final String FORGET = """
            DELETE FROM revision r USING unnest(?, ?, ?, ?) AS e(post_id, partition, raw_offset, received_at)
            WHERE r.post_id = e.post_id AND CASE WHEN r.origin_partition = e.partition
                THEN r.origin_offset <= e.raw_offset ELSE r.received_at <= e.received_at END
            """;

    private final Connection connection;
    private final int kept;

    RevisionWrites(Connection connection, int kept) {
        this.connection = connection;
        this.kept = kept;
    }

    /** To be called before those posts are written anew. */
    void keep(List<String> ids) throws SQLException {
        if (ids.isEmpty()) return;
        if (kept > 0) {
            try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
                statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
                statement.executeUpdate();
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(DROP)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            statement.setInt(2, kept);
            statement.executeUpdate();
        }
    }

    /** What came in before an erasure goes, also where the post was posted again in the same batch. */
    void forget(Map<String, Origin> erasures) throws SQLException {
        Columns rows = new Columns("text", "int4", "int8", "timestamptz");
        erasures.forEach((id, origin) -> rows.add(id, origin.partition(), origin.offset(), origin.receivedAt()));
        rows.execute(connection, FORGET);
    }
}
