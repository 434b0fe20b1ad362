package dev.postwire.query.store;

import dev.postwire.query.search.Stemmer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which languages the posts are in, so that a word is looked for by its stem in those and no others. Up to half a minute old. */
@Singleton
class Languages {
    private static final long KEEP_NANOS = Duration.ofSeconds(30).toNanos();

    /** One probe of the index for each language there is, instead of a walk over all posts. */
    private static final String PRESENT = """
            WITH RECURSIVE present AS (
                (SELECT split_part(language, '-', 1) AS code FROM post ORDER BY 1 LIMIT 1)
                UNION ALL
                SELECT (SELECT split_part(p.language, '-', 1) FROM post p
                    WHERE split_part(p.language, '-', 1) > present.code ORDER BY 1 LIMIT 1)
                FROM present WHERE present.code IS NOT NULL
            )
            SELECT code FROM present WHERE code IS NOT NULL
            """;

    private volatile Known known = new Known(Set.of(), 0);

    private record Known(Set<Stemmer> stemmers, long untilNanos) {}

    Set<Stemmer> stemmers(Connection connection) throws SQLException {
        Known now = known;
        if (now.stemmers.isEmpty() || System.nanoTime() - now.untilNanos > 0) {
            now = new Known(present(connection), System.nanoTime() + KEEP_NANOS);
            known = now;
        }
        return now.stemmers;
    }

    static Set<Stemmer> present(Connection connection) throws SQLException {
        List<String> codes = new Sql().add(PRESENT).list(connection, row -> row.getString(1));
        return codes.stream().map(Stemmer::of).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }
}
