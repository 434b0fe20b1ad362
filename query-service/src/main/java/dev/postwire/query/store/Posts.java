package dev.postwire.query.store;

import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The posts, read one by one or as lists. Blocks the calling thread; a database that is away ends the call with a 503. */
@ApplicationScoped
public class Posts implements PanacheRepositoryBase<StoredPost, String> {
    private final Database database;
    private final Languages languages;

    Posts(Database database, Languages languages) {
        this.database = database;
        this.languages = languages;
    }

    /** What tells whether a copy is still good. */
    public record Stamp(int revision, Instant storedAt) {}

    /** A post as it stands in a list: without html, markdown and text. */
    public record Listed(int revision, Instant storedAt, String document) {}

    /**
     * @param total exact unless {@code more}
     * @param more true where there are more than were counted
     */
    public record Found(Page<Listed> page, int total, boolean more) {}

    @ActivateRequestContext
    public Optional<StoredPost> post(String id) {
        return database.entities(() -> findByIdOptional(id));
    }

    @ActivateRequestContext
    public Optional<Stamp> stamp(String id) {
        return database.entities(() -> find("select p.revision, p.storedAt from StoredPost p where p.id = ?1", id)
                .project(Stamp.class)
                .firstResultOptional());
    }

    /** Those of the ids that are there. */
    Set<String> present(Set<String> ids) {
        return database.read(connection -> Set.copyOf(new Sql()
                .add("SELECT id FROM post WHERE id = ANY (?)", connection.createArrayOf("text", ids.toArray()))
                .list(connection, row -> row.getString(1))));
    }

    public Found search(PostQuery query, Optional<Cursor> after, int limit) {
        return database.read(connection -> {
            PostSearch search =
                    new PostSearch(query, query.words().isEmpty() ? List.of() : languages.stemmers(connection));
            int total = search.total(connection);
            Page<PostSearch.Hit> page =
                    Page.of(search.page(connection, after, limit + 1), limit, PostSearch.Hit::place);
            List<Listed> listed = page.items().stream()
                    .map(hit -> new Listed(hit.revision(), hit.storedAt(), hit.document()))
                    .toList();
            return new Found(new Page<>(listed, page.next()), total, total == PostSearch.COUNTED);
        });
    }
}
