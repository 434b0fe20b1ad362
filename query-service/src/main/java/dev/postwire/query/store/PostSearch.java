package dev.postwire.query.store;

import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.Sort;
import dev.postwire.query.search.Stemmer;
import dev.postwire.query.search.Words;
import dev.postwire.query.search.Words.Term;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds posts with PostgreSQL's full text search. A word matches as it is in any language, and by its stem in the languages that
 * {@code stemmers} names. Pages are keyset pages: what comes in meanwhile shifts nothing.
 */
final class PostSearch {
    /** How far a total is counted: beyond, it is said to be at least this. */
    static final int COUNTED = 100_000;

    /** A score that long texts do not win by their length alone: ts_rank_cd divided by 1 + the logarithm of the length. */
    private static final String RANK = "ts_rank_cd(p.search, q.query, 1)";

    private final PostQuery query;
    private final List<Stemmer> stemmers;

    PostSearch(PostQuery query, Collection<Stemmer> stemmers) {
        this.query = query;
        this.stemmers = List.copyOf(stemmers);
    }

    /** A post as it stands in a list. */
    record Hit(String id, int revision, Instant storedAt, String document, Cursor place) {}

    List<Hit> page(Connection connection, Optional<Cursor> after, int limit) throws SQLException {
        return pageSql(after, limit)
                .list(
                        connection,
                        row -> new Hit(
                                row.getString("id"),
                                row.getInt("revision"),
                                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                                row.getString("document"),
                                new Cursor(
                                        Float.floatToIntBits(row.getFloat("rank")),
                                        micros(row.getObject("place", OffsetDateTime.class)
                                                .toInstant()),
                                        row.getString("id"))));
    }

    Sql pageSql(Optional<Cursor> after, int limit) {
        boolean ranked = query.sort() == Sort.RELEVANCE;
        String place = query.sort() == Sort.RECEIVED ? "p.received_at" : "p.sorted_at";
        String key = ranked ? "(rank, place, id)" : "(p.%s, p.id)".formatted(place.substring(2));
        Sql sql = new Sql();
        sql.add(ranked ? "SELECT * FROM (" : "");
        sql.add("SELECT p.id, p.revision, p.stored_at, p.document, " + place + " AS place,");
        sql.add((ranked ? RANK : "0::float4") + " AS rank");
        matching(sql);
        if (ranked) sql.add(") AS hit WHERE true");
        after.ifPresent(cursor -> {
            OffsetDateTime time = moment(cursor.position());
            if (ranked) {
                sql.add("AND " + key + " < (?, ?, ?)", Float.intBitsToFloat(cursor.rank()), time, cursor.id());
            } else {
                sql.add("AND " + key + " < (?, ?)", time, cursor.id());
            }
        });
        sql.add(ranked ? "ORDER BY rank DESC, place DESC, id DESC" : "ORDER BY " + place + " DESC, p.id DESC");
        return sql.add("LIMIT ?", limit);
    }

    /** Exact up to {@link #COUNTED}, which it does not exceed. */
    int total(Connection connection) throws SQLException {
        Sql sql = new Sql().add("SELECT count(*) FROM (SELECT 1");
        matching(sql);
        sql.add("LIMIT ?) AS counted", COUNTED);
        return sql.list(connection, row -> row.getInt(1)).get(0);
    }

    private void matching(Sql sql) {
        sql.add("FROM post p");
        if (!query.words().isEmpty()) {
            sql.add("CROSS JOIN (SELECT");
            expression(sql);
            sql.add("AS query) AS q WHERE p.search @@ q.query");
        } else {
            sql.add("WHERE true");
        }
        filters(sql);
    }

    private void filters(Sql sql) {
        for (String tag : query.tags()) {
            sql.add("AND EXISTS (SELECT 1 FROM post_tag t WHERE t.slug = ? AND t.post_id = p.id)", tag);
        }
        query.site().ifPresent(site -> sql.add("AND p.site = ?", site));
        query.author().ifPresent(author -> sql.add("AND p.authors @> ARRAY[?::text]", author));
        query.language().ifPresent(range -> {
            String primary = range.split("-", 2)[0];
            sql.add("AND split_part(p.language, '-', 1) = ?", primary);
            if (!primary.equals(range)) sql.add("AND starts_with(p.language || '-', ? || '-')", range);
        });
        if (query.from().isPresent() || query.until().isPresent()) sql.add("AND p.published IS NOT NULL");
        // Where there is a date it is sorted_at, which has the index.
        query.from().ifPresent(from -> sql.add("AND p.sorted_at >= ?", from.atOffset(ZoneOffset.UTC)));
        query.until().ifPresent(until -> sql.add("AND p.sorted_at < ?", until.atOffset(ZoneOffset.UTC)));
    }

    /** Each term in every configuration, so that what was excluded is excluded in all of them. */
    private void expression(Sql sql) {
        List<String> configurations = new ArrayList<>();
        configurations.add(Stemmer.EXACT);
        stemmers.forEach(stemmer -> configurations.add(stemmer.configuration()));
        Words words = query.words();
        String or = "(";
        for (List<Term> alternative : words.alternatives()) {
            String and = or + "(";
            for (Term term : alternative) {
                sql.add(and + (term.wanted() ? "(" : "(!!("));
                String any = "";
                for (String configuration : configurations) {
                    sql.add(any + "phraseto_tsquery('" + configuration + "', ?)", term.words());
                    any = "|| ";
                }
                sql.add(term.wanted() ? ")" : "))");
                and = "&& ";
            }
            sql.add(")");
            or = "|| ";
        }
        sql.add(")");
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static OffsetDateTime moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
