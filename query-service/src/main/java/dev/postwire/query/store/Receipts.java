package dev.postwire.query.store;

import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.change.Change;
import dev.postwire.query.receipt.ReceiptState;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What became of submissions, any number of them in one question. Blocks the calling thread. */
@Singleton
public class Receipts {
    private static final String STATES = """
            SELECT w.partition, w.raw_offset, r.post_id, r.outcome, r.reason, r.detail, r.received_at, p.revision, p.stored_at,
                p.origin_partition <> w.partition OR p.origin_offset >= r.current_offset AS visible,
                -- A retry of a key whose post was erased in between, or of an erasure: there is nothing it could lead to.
                r.outcome = 'unchanged' AND r.current_offset IS NULL OR
                CASE WHEN e.origin_partition = w.partition THEN e.origin_offset >= w.raw_offset
                    ELSE e.received_at >= r.received_at END AS erased,
                r.post_id IS NULL AND EXISTS
                    (SELECT 1 FROM receipt l WHERE l.partition = w.partition AND l.raw_offset > w.raw_offset) AS passed,
                (SELECT x.detail FROM rejection x WHERE x.origin_partition = w.partition
                    AND x.origin_offset = r.current_offset AND x.reason = ? ORDER BY x.number DESC LIMIT 1) AS unreadable
            FROM unnest(?, ?) AS w(partition, raw_offset)
            LEFT JOIN receipt r ON r.partition = w.partition AND r.raw_offset = w.raw_offset
            LEFT JOIN post p ON p.id = r.post_id
            LEFT JOIN erasure e ON e.post_id = r.post_id
            """;

    private final Database database;

    Receipts(Database database) {
        this.database = database;
    }

    /** Accepted where nothing is known of it. */
    public ReceiptState state(Receipt receipt) {
        return database.read(connection -> states(connection, Set.of(receipt))).get(receipt);
    }

    Map<Receipt, ReceiptState> states(Set<Receipt> receipts) {
        return database.read(connection -> states(connection, receipts));
    }

    static Map<Receipt, ReceiptState> states(Connection connection, Collection<Receipt> receipts) throws SQLException {
        Map<Receipt, ReceiptState> states = new HashMap<>();
        sql(connection, receipts)
                .list(connection, row -> states.put(new Receipt(row.getInt(1), row.getLong(2)), state(row)));
        return states;
    }

    static Sql sql(Connection connection, Collection<Receipt> receipts) throws SQLException {
        Object[] partitions = receipts.stream().map(Receipt::partition).toArray();
        Object[] offsets = receipts.stream().map(Receipt::offset).toArray();
        return new Sql()
                .add(
                        STATES,
                        Change.Bury.UNREADABLE,
                        connection.createArrayOf("int4", partitions),
                        connection.createArrayOf("int8", offsets));
    }

    private static ReceiptState state(ResultSet row) throws SQLException {
        String id = row.getString("post_id");
        if (id == null) {
            return row.getBoolean("passed") ? new ReceiptState.Superseded() : new ReceiptState.Accepted();
        }
        Instant receivedAt = row.getObject("received_at", OffsetDateTime.class).toInstant();
        if (row.getBoolean("erased")) return new ReceiptState.Erased(id, receivedAt);
        if ("rejected".equals(row.getString("outcome"))) {
            String detail = row.getString("detail");
            return new ReceiptState.Rejected(id, row.getString("reason"), detail == null ? "" : detail, receivedAt);
        }
        if (row.getBoolean("visible")) {
            Instant storedAt = row.getObject("stored_at", OffsetDateTime.class).toInstant();
            return new ReceiptState.Stored(id, row.getInt("revision"), storedAt, receivedAt);
        }
        String unreadable = row.getString("unreadable");
        if (unreadable != null) {
            return new ReceiptState.Rejected(id, Change.Bury.UNREADABLE, unreadable, receivedAt);
        }
        return new ReceiptState.Accepted();
    }
}
