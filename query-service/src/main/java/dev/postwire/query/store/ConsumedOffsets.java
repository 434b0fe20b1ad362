package dev.postwire.query.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where each partition is read next: the truth about it, and the fence against a reader that has lost its partition. */
final class ConsumedOffsets {
    private static final String ADVANCE = """
            WITH batch AS (
                SELECT * FROM unnest(?, ?, ?, ?, ?) AS b(topic, partition, expected, next, at)
            ), ours AS (
                -- In order, so that two readers wait for each other and never in a circle.
                SELECT c.topic, c.partition, b.next, b.at
                FROM consumed c JOIN batch b ON b.topic = c.topic AND b.partition = c.partition
                    AND b.expected = c.next_offset
                ORDER BY c.topic, c.partition FOR UPDATE OF c
            )
            UPDATE consumed c SET next_offset = ours.next, updated_at = ours.at
            FROM ours WHERE c.topic = ours.topic AND c.partition = ours.partition
            """;

    private static final String BEGIN = """
            INSERT INTO consumed (topic, partition, next_offset, updated_at)
            SELECT topic, partition, 0, now() FROM unnest(?, ?) AS b(topic, partition) ON CONFLICT DO NOTHING
            """;
    private static final String POSITIONS = """
            SELECT topic, partition, next_offset FROM consumed
            JOIN unnest(?, ?) AS b(topic, partition) USING (topic, partition)
            """;

    private final Connection connection;

    ConsumedOffsets(Connection connection) {
        this.connection = connection;
    }

    void advance(List<Progress> progress, Instant now) throws SQLException, Fenced {
        Columns rows = new Columns("text", "int4", "int8", "int8", "timestamptz");
        progress.forEach(p -> rows.add(p.partition().topic(), p.partition().number(), p.expected(), p.next(), now));
        int advanced = rows.execute(connection, ADVANCE);
        if (advanced != progress.size()) throw new Fenced(progress.size() - advanced);
    }

    /** Where to read on in those partitions; one that was never read begins at 0. */
    Map<Partition, Long> positions(Set<Partition> partitions) throws SQLException {
        Columns rows = new Columns("text", "int4");
        partitions.forEach(p -> rows.add(p.topic(), p.number()));
        rows.execute(connection, BEGIN);
        Map<Partition, Long> positions = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(POSITIONS)) {
            rows.bind(statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) positions.put(new Partition(row.getString(1), row.getInt(2)), row.getLong(3));
            }
        }
        return positions;
    }
}
