package dev.postwire.query.store;

import dev.postwire.platform.kafka.Receipt;
import jakarta.inject.Singleton;
import java.util.List;

/** Where on the raw topic the bytes of a post stand. Blocks the calling thread. */
@Singleton
public class RawPlaces {
    /** The record it came from, and the last one that said the same: compaction keeps the last one of an id only. */
    private static final String PLACES = """
            SELECT p.origin_partition, greatest(p.origin_offset, (SELECT max(r.raw_offset) FROM receipt r
                WHERE r.partition = p.origin_partition AND r.current_offset = p.origin_offset AND r.outcome = 'unchanged')),
                p.origin_offset
            FROM post p WHERE p.id = ?
            """;

    private final Database database;

    RawPlaces(Database database) {
        this.database = database;
    }

    /** The likeliest first; empty where there is no such post. */
    public List<Receipt> of(String id) {
        return database
                .read(connection -> new Sql()
                        .add(PLACES, id)
                        .list(
                                connection,
                                row -> List.of(
                                        new Receipt(row.getInt(1), row.getLong(2)),
                                        new Receipt(row.getInt(1), row.getLong(3)))))
                .stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
