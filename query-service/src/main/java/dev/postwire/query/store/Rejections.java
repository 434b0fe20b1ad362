package dev.postwire.query.store;

import dev.postwire.query.search.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dead letters, newest first. Blocks the calling thread; a database that is away ends the call with a 503. */
@ApplicationScoped
public class Rejections implements PanacheRepositoryBase<StoredRejection, Long> {
    private final Database database;

    Rejections(Database database) {
        this.database = database;
    }

    @ActivateRequestContext
    public Page<StoredRejection> page(Optional<String> reason, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("below", after.map(Cursor::position).orElse(Long.MAX_VALUE));
        reason.ifPresent(only -> parameters.put("reason", only));
        String where = reason.isPresent() ? "number < :below and reason = :reason" : "number < :below";
        List<StoredRejection> found = database.entities(() -> find(where + " order by number desc", parameters)
                .page(0, limit + 1)
                .list());
        return Page.of(found, limit, letter -> Cursor.after(letter.number(), ""));
    }
}
