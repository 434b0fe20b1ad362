package dev.postwire.query.store;

import dev.postwire.query.change.Change.Account;
import dev.postwire.query.change.Change.Bury;
import dev.postwire.query.change.Change.RawPlace;
import dev.postwire.query.change.Source;
import dev.postwire.query.post.LedgerEntry;
import dev.postwire.query.post.Origin;
import dev.postwire.query.post.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements that write receipts and dead letters. What is there already is left alone, so a replay writes nothing. */
final class LetterWrites {
    private static final String RECEIPTS = """
            INSERT INTO receipt AS r (partition, raw_offset, post_id, outcome, reason, detail, current_offset, received_at,
                accounted_at, ledger_offset)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (partition, raw_offset) DO UPDATE SET post_id = excluded.post_id, outcome = excluded.outcome,
                reason = excluded.reason, detail = excluded.detail, current_offset = excluded.current_offset,
                received_at = excluded.received_at, accounted_at = excluded.accounted_at,
                ledger_offset = excluded.ledger_offset
            WHERE r.ledger_offset < excluded.ledger_offset
            RETURNING partition, raw_offset
            """;
    private static final String REJECTIONS = """
            INSERT INTO rejection (topic, partition, record_offset, origin_partition, origin_offset, post_id, reason, detail,
                content_type, bytes, sha256, attempt, received_at, rejected_at)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (topic, partition, record_offset) DO NOTHING
            RETURNING record_offset, partition, topic
            """;
    private static final String FORGET_REJECTIONS = """
            DELETE FROM rejection r USING unnest(?, ?, ?, ?) AS e(post_id, partition, raw_offset, received_at)
            WHERE r.post_id = e.post_id AND CASE WHEN r.origin_partition = e.partition
                THEN r.origin_offset <= e.raw_offset ELSE r.received_at <= e.received_at END
            """;
    private static final String FORGET_DETAILS = """
            UPDATE receipt r SET detail = NULL FROM unnest(?, ?, ?, ?) AS e(post_id, partition, raw_offset, received_at)
            WHERE r.post_id = e.post_id AND r.outcome = 'rejected' AND CASE WHEN r.partition = e.partition
                THEN r.raw_offset <= e.raw_offset ELSE r.received_at <= e.received_at END
            """;

    private final Connection connection;

    LetterWrites(Connection connection) {
        this.connection = connection;
    }

    /** The last entry about each raw record. Returns the ledger records that changed something. */
    Set<Source> account(Collection<Account> accounts) throws SQLException {
        Map<RawPlace, Account> last = new LinkedHashMap<>();
        accounts.forEach(account -> last.merge(
                new RawPlace(account.entry().partition(), account.entry().offset()),
                account,
                (one, other) -> one.source().offset() > other.source().offset() ? one : other));
        if (last.isEmpty()) return Set.of();
        Columns rows = new Columns(
                "int4", "int8", "text", "text", "text", "text", "int8", "timestamptz", "timestamptz", "int8");
        last.values().forEach(account -> rows.add(row(account)));
        Set<Source> applied = new HashSet<>();
        returning(
                rows,
                RECEIPTS,
                row -> applied.add(
                        last.get(new RawPlace(row.getInt(1), row.getLong(2))).source()));
        return applied;
    }

    private static Object[] row(Account account) {
        LedgerEntry entry = account.entry();
        return new Object[] {
            entry.partition(),
            entry.offset(),
            account.id(),
            entry.outcome().name(),
            entry.reason() == null ? null : StorableText.of(entry.reason()),
            entry.detail() == null ? null : StorableText.of(entry.detail()),
            entry.leadsTo(),
            entry.origin().receivedAt(),
            account.accountedAt(),
            account.source().offset()
        };
    }

    /** Returns the records that were new. */
    Set<Source> bury(List<Bury> letters) throws SQLException {
        Columns rows = new Columns(
                "text",
                "int4",
                "int8",
                "int4",
                "int8",
                "text",
                "text",
                "text",
                "text",
                "int8",
                "text",
                "int4",
                "timestamptz",
                "timestamptz");
        letters.forEach(letter -> rows.add(row(letter)));
        Set<Source> applied = new HashSet<>();
        returning(rows, REJECTIONS, row -> applied.add(new Source(row.getString(3), row.getInt(2), row.getLong(1))));
        return applied;
    }

    private static Object[] row(Bury letter) {
        return new Object[] {
            letter.source().topic(),
            letter.source().partition(),
            letter.source().offset(),
            letter.raw().map(RawPlace::partition).orElse(null),
            letter.raw().map(RawPlace::offset).orElse(null),
            letter.id().map(StorableText::of).orElse(null),
            StorableText.of(letter.reason()),
            StorableText.of(letter.detail()),
            letter.contentType().map(StorableText::of).orElse(null),
            letter.bytes(),
            letter.sha256(),
            letter.attempt(),
            letter.receivedAt().map(Instant::toString).orElse(null),
            letter.rejectedAt()
        };
    }

    /** What was said about rejected submissions goes with the post. That they were rejected stays. */
    void forget(Map<String, Origin> erasures) throws SQLException {
        Columns rows = new Columns("text", "int4", "int8", "timestamptz");
        erasures.forEach((id, origin) -> rows.add(id, origin.partition(), origin.offset(), origin.receivedAt()));
        rows.execute(connection, FORGET_REJECTIONS);
        rows.execute(connection, FORGET_DETAILS);
    }

    private void returning(Columns rows, String sql, RowReader reader) throws SQLException {
        if (rows.isEmpty()) return;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            rows.bind(statement, 1);
            try (ResultSet written = statement.executeQuery()) {
                while (written.next()) reader.read(written);
            }
        }
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    static Optional<Origin> origin(Bury letter) {
        return letter.raw()
                .flatMap(raw -> letter.receivedAt().map(at -> new Origin(raw.partition(), raw.offset(), at)));
    }
}
