package dev.postwire.query.store;

import dev.postwire.platform.kafka.Loops;
import dev.postwire.query.store.Posts.Listed;
import dev.postwire.query.story.Groups;
import dev.postwire.query.story.Groups.Member;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The stories posts belong to: copies of one another, under the id of the best. Known some moments after a post is stored; until
 * then, and where there is no copy, a post is its own story. Blocks the calling thread; a database that is away is a 503.
 */
@Singleton
public class Stories {
    /** Members given at most; of more, some of those that are not best. */
    private static final int MOST_MEMBERS = 100;

    static final String ASSIGNMENTS =
            "SELECT number, post_id, story FROM story WHERE number > ? ORDER BY number LIMIT ?";
    static final String TOLD_IN = """
            SELECT p.id, p.sorted_at, p.words, p.revision, p.stored_at, p.document
            FROM post p WHERE p.id = ANY (?::text || ARRAY (
                SELECT m.post_id FROM story s JOIN story m ON m.story = s.story WHERE s.post_id = ?
                ORDER BY m.post_id <> m.story, m.post_id LIMIT ?))
            """;

    static final String COUNTED = "SELECT count(*) FROM story s JOIN story m ON m.story = s.story WHERE s.post_id = ?";

    private final Database database;

    Stories(Database database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event, Loops loops, DataSource pool, SchemaAtStart schema) {
        loops.start("stories", new StoryFollower(pool, schema::await));
    }

    /** That a post belongs to a story from then on: numbered in commit order, each post's last alone is kept. */
    public record Assignment(long number, String postId, String story) {}

    /**
     * @param id of the post that tells it best, which is the first of all
     * @param total how many posts tell it
     * @param posts best first, at most {@link #MOST_MEMBERS}
     */
    public record Story(String id, int total, List<Listed> posts) {}

    /** What came after that number, in order: an index that follows it misses nothing. Those missing are their own story. */
    public List<Assignment> since(long number, int limit) {
        return database.read(connection -> since(connection, number, limit));
    }

    static List<Assignment> since(Connection connection, long number, int limit) throws SQLException {
        return new Sql()
                .add(ASSIGNMENTS, number, limit)
                .list(connection, row -> new Assignment(row.getLong(1), row.getString(2), row.getString(3)));
    }

    /** Of each of those posts that has, or had, a copy; the others are their own story. */
    public Map<String, String> of(Set<String> ids) {
        return database.read(connection -> {
            Map<String, String> stories = new HashMap<>();
            new Sql()
                    .add(StoryWrites.ASSIGNED, connection.createArrayOf("text", ids.toArray(String[]::new)))
                    .list(connection, row -> stories.put(row.getString(1), row.getString(2)));
            return stories;
        });
    }

    /** The story a post belongs to. Empty where there is no such post. */
    public Optional<Story> story(String id) {
        return database.read(connection -> story(connection, id));
    }

    static Optional<Story> story(Connection connection, String id) throws SQLException {
        Map<String, Listed> posts = new HashMap<>();
        List<Member> members = new Sql().add(TOLD_IN, id, id, MOST_MEMBERS).list(connection, row -> {
            posts.put(
                    row.getString(1),
                    new Listed(
                            row.getString(1),
                            row.getInt(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getString(6)));
            return new Member(
                    row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getInt(3));
        });
        if (!posts.containsKey(id)) return Optional.empty();
        List<Member> best = Groups.bestFirst(members);
        int total = best.size() < MOST_MEMBERS
                ? best.size()
                : new Sql()
                        .add(COUNTED, id)
                        .list(connection, row -> row.getInt(1))
                        .get(0);
        return Optional.of(new Story(
                best.get(0).id(),
                total,
                best.stream().map(member -> posts.get(member.id())).toList()));
    }
}
