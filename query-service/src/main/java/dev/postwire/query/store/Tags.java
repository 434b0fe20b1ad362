package dev.postwire.query.store;

import dev.postwire.query.search.Cursor;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The tags that posts have, the most used first. Blocks the calling thread; a database that is away ends the call with a 503. */
@Singleton
public class Tags {
    private final Database database;

    Tags(Database database) {
        this.database = database;
    }

    /**
     * @param label as most posts write it
     * @param posts how many have it
     */
    public record Tag(String slug, String label, long posts) {}

    /** @param prefix what the slug begins with */
    public Page<Tag> page(Optional<String> prefix, Optional<Cursor> after, int limit) {
        Sql sql = new Sql()
                .add("SELECT slug, mode() WITHIN GROUP (ORDER BY label) AS label, count(*) AS posts FROM post_tag");
        // A range, and not LIKE: the index serves it, and no sign in the prefix has a meaning.
        prefix.ifPresent(
                p -> sql.add("WHERE slug >= ? AND slug < ?", p, p + Character.toString(Character.MAX_CODE_POINT)));
        sql.add("GROUP BY slug");
        after.ifPresent(
                c -> sql.add("HAVING count(*) < ? OR (count(*) = ? AND slug > ?)", c.position(), c.position(), c.id()));
        sql.add("ORDER BY count(*) DESC, slug LIMIT ?", limit + 1);
        return database.read(connection -> Page.of(
                sql.list(connection, row -> new Tag(row.getString(1), row.getString(2), row.getLong(3))),
                limit,
                tag -> Cursor.after(tag.posts(), tag.slug())));
    }
}
