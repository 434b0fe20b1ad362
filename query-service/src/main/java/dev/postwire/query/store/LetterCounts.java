package dev.postwire.query.store;

import jakarta.inject.Singleton;
import java.util.List;

/** How the newest dead letters spread over their reasons. Blocks the calling thread; bounded, however many there are. */
@Singleton
public class LetterCounts {
    /** Only so many of the newest are counted. */
    public static final int MOST = 10_000;

    /** A receipt is looked up for each letter: joined, all receipts were read once there were a thousand letters. */
    static final String COUNTS = """
            SELECT n.reason, count(*), count(*) FILTER (WHERE n.outcome <> 'rejected')
            FROM (
                SELECT l.reason,
                       (SELECT r.outcome FROM receipt r
                        WHERE r.partition = l.origin_partition AND r.raw_offset = l.origin_offset) AS outcome
                FROM rejection l ORDER BY l.number DESC LIMIT ?) n
            GROUP BY n.reason ORDER BY 2 DESC, 1
            """;

    private final Database database;

    LetterCounts(Database database) {
        this.database = database;
    }

    /**
     * The letters of one reason.
     *
     * @param letters all of them
     * @param redriven those whose submission went through later
     */
    public record OfReason(String reason, long letters, long redriven) {}

    /** The most frequent reason first. */
    public List<OfReason> byReason() {
        return database.read(connection -> new Sql()
                .add(COUNTS, MOST)
                .list(connection, row -> new OfReason(row.getString(1), row.getLong(2), row.getLong(3))));
    }
}
