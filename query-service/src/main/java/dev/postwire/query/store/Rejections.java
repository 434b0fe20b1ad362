package dev.postwire.query.store;

import dev.postwire.platform.kafka.Receipt;
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
    private static final int LONGEST_HISTORY = 100;

    static final String HISTORY = "originPartition = ?1 and originOffset = ?2 order by number";

    private final Database database;

    Rejections(Database database) {
        this.database = database;
    }

    /** Which dead letters to list; what is not given is not asked for. */
    public record Wanted(Optional<String> reason, Optional<String> postId) {
        /** From a number down, which is the parameter {@code below}. */
        String clause() {
            return "number < :below" + (reason.isPresent() ? " and reason = :reason" : "")
                    + (postId.isPresent() ? " and postId = :postId" : "") + " order by number desc";
        }

        Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>();
            reason.ifPresent(text -> parameters.put("reason", text));
            postId.ifPresent(id -> parameters.put("postId", id));
            return parameters;
        }
    }

    @ActivateRequestContext
    public Page<StoredRejection> page(Wanted wanted, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = wanted.parameters();
        parameters.put("below", after.map(Cursor::position).orElse(Long.MAX_VALUE));
        List<StoredRejection> found = database.entities(
                () -> find(wanted.clause(), parameters).page(0, limit + 1).list());
        return Page.of(found, limit, letter -> Cursor.after(letter.number(), ""));
    }

    @ActivateRequestContext
    public Optional<StoredRejection> rejection(long number) {
        return database.entities(() -> findByIdOptional(number));
    }

    /** Every dead letter of the same submission, the first one first; the letter alone where it does not say of which it is. */
    @ActivateRequestContext
    public List<StoredRejection> history(StoredRejection letter) {
        if (letter.origin().isEmpty()) return List.of(letter);
        Receipt origin = letter.origin().get();
        return database.entities(() -> find(HISTORY, origin.partition(), origin.offset())
                .page(0, LONGEST_HISTORY)
                .list());
    }
}
