package dev.postwire.query.store;

import dev.postwire.query.post.BodyText;
import dev.postwire.query.story.Groups;
import dev.postwire.query.story.Groups.Member;
import dev.postwire.query.story.Likeness;
import dev.postwire.query.story.Telling;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes changed posts up into the stories. Commits nothing: that is for whoever opened the connection. */
final class StoryWrites {
    /** Copies looked at for each post: those with most keys in common. The rest of a story is found through these. */
    private static final int CANDIDATES = 16;

    /** Rows of documents in memory at a time. */
    private static final int FETCHED = 32;

    private static final String TEXTS = "SELECT id, coalesce(title, ''), bodies FROM post WHERE id = ANY (?)";
    static final String LOOK_UP = """
            SELECT k.post_id, c.post_id FROM unnest(?::text[]) AS changed(post_id) JOIN story_sketch k USING (post_id)
            CROSS JOIN LATERAL (
                SELECT s.post_id FROM story_sketch s WHERE s.keys && k.keys AND s.post_id <> k.post_id
                ORDER BY (SELECT count(*) FROM unnest(s.keys) AS key WHERE key = ANY (k.keys)) DESC, s.post_id
                LIMIT %d) c
            """.formatted(CANDIDATES);
    static final String MATES =
            "SELECT m.post_id FROM story s JOIN story m ON m.story = s.story WHERE s.post_id = ANY (?)";
    static final String LINKS = "SELECT post_id, other_id FROM story_link WHERE post_id = ANY (?)";
    static final String MEMBERS = "SELECT id, sorted_at, words FROM post WHERE id = ANY (?)";
    static final String ASSIGNED = "SELECT post_id, story FROM story WHERE post_id = ANY (?)";
    private static final String UNLINK = """
            WITH gone AS (DELETE FROM story_link WHERE post_id = ANY (?) RETURNING post_id, other_id)
            DELETE FROM story_link l USING gone WHERE l.post_id = gone.other_id AND l.other_id = gone.post_id
            """;
    private static final String SKETCH = """
            INSERT INTO story_sketch (post_id, keys)
            SELECT post_id, string_to_array(keys, ',')::integer[] FROM unnest(?, ?) AS b(post_id, keys)
            """;
    private static final String LINK = "INSERT INTO story_link SELECT * FROM unnest(?, ?) ON CONFLICT DO NOTHING";
    private static final String ASSIGN = """
            INSERT INTO story (post_id, story, number) SELECT * FROM unnest(?, ?, ?)
            ON CONFLICT (post_id) DO UPDATE SET story = excluded.story, number = excluded.number
            """;

    private final Connection connection;

    StoryWrites(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param changed ids of posts that were written or erased
     * @param lastNumber the last that was given in story
     * @return the last that is given then
     */
    long take(Set<String> changed, long lastNumber) throws SQLException {
        // Those they were with must find each other anew.
        Set<String> touched = new TreeSet<>(strings(new Sql().add(MATES, array(changed))));
        touched.addAll(changed);
        run(UNLINK, changed);
        run("DELETE FROM story_sketch WHERE post_id = ANY (?)", changed);
        Map<String, Telling> tellings = new HashMap<>();
        read(changed, tellings);
        sketch(tellings);
        link(tellings);
        return assign(touched, lastNumber);
    }

    /** The text of one post at a time is held; what is kept of it is bounded. */
    private void read(Collection<String> ids, Map<String, Telling> into) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TEXTS)) {
            statement.setFetchSize(FETCHED);
            statement.setObject(1, array(ids));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    into.put(row.getString(1), Telling.of(row.getString(2), BodyText.of(row.getString(3))));
                }
            }
        }
    }

    private void sketch(Map<String, Telling> tellings) throws SQLException {
        Columns rows = new Columns("text", "text");
        new TreeMap<>(tellings).forEach((id, telling) -> {
            int[] keys = telling.sketch();
            if (keys.length == 0) return;
            rows.add(id, IntStream.of(keys).mapToObj(Integer::toString).collect(Collectors.joining(",")));
        });
        rows.execute(connection, SKETCH);
    }

    private void link(Map<String, Telling> changed) throws SQLException {
        Map<String, Set<String>> candidates = pairs(new Sql().add(LOOK_UP, array(changed.keySet())));
        Map<String, Telling> tellings = new HashMap<>(changed);
        Set<String> unread = new TreeSet<>();
        candidates.values().forEach(unread::addAll);
        unread.removeAll(tellings.keySet());
        read(unread, tellings);
        Columns rows = new Columns("text", "text");
        candidates.forEach((id, others) -> others.forEach(other -> {
            Telling theirs = tellings.get(other);
            // A sketch without a post: erased, and its turn comes.
            if (theirs == null || Likeness.of(tellings.get(id), theirs) != Likeness.SAME) return;
            rows.add(id, other);
            rows.add(other, id);
        }));
        rows.execute(connection, LINK);
    }

    private long assign(Set<String> touched, long lastNumber) throws SQLException {
        Map<String, Set<String>> links = new HashMap<>();
        Set<String> all = new TreeSet<>(touched);
        for (Set<String> next = touched; !next.isEmpty(); ) {
            Map<String, Set<String>> more = pairs(new Sql().add(LINKS, array(next)));
            links.putAll(more);
            Set<String> found = new HashSet<>();
            more.values().forEach(found::addAll);
            found.removeAll(all);
            all.addAll(found);
            next = found;
        }
        List<Member> members = new Sql()
                .add(MEMBERS, array(all))
                .list(
                        connection,
                        row -> new Member(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getInt(3)));
        Map<String, String> stories = new TreeMap<>(Groups.of(members, links));
        Map<String, String> before = new HashMap<>();
        new Sql().add(ASSIGNED, array(all)).list(connection, row -> before.put(row.getString(1), row.getString(2)));
        List<String> gone =
                before.keySet().stream().filter(id -> !stories.containsKey(id)).toList();
        run("DELETE FROM story WHERE post_id = ANY (?)", gone);
        return write(stories, before, lastNumber);
    }

    private long write(Map<String, String> stories, Map<String, String> before, long lastNumber) throws SQLException {
        Columns rows = new Columns("text", "text", "int8");
        long number = lastNumber;
        Map<String, Integer> sizes = new HashMap<>();
        stories.values().forEach(story -> sizes.merge(story, 1, Integer::sum));
        for (var story : stories.entrySet()) {
            String known = before.get(story.getKey());
            boolean alone = sizes.get(story.getValue()) == 1;
            if (story.getValue().equals(known) || known == null && alone) continue;
            rows.add(story.getKey(), story.getValue(), ++number);
        }
        rows.execute(connection, ASSIGN);
        return number;
    }

    private Map<String, Set<String>> pairs(Sql sql) throws SQLException {
        Map<String, Set<String>> pairs = new TreeMap<>();
        sql.list(connection, row -> pairs.computeIfAbsent(row.getString(1), id -> new TreeSet<>())
                .add(row.getString(2)));
        return pairs;
    }

    private Object array(Collection<String> ids) throws SQLException {
        return connection.createArrayOf("text", ids.toArray(String[]::new));
    }

    private List<String> strings(Sql sql) throws SQLException {
        return new ArrayList<>(sql.list(connection, row -> row.getString(1)));
    }

    private void run(String sql, Collection<String> ids) throws SQLException {
        if (ids.isEmpty()) return;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, array(ids));
            statement.executeUpdate();
        }
    }
}
