package dev.postwire.query.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The bodies of posts, some at a time. Blocks the calling thread; a database that is away ends the call with a 503. */
@Singleton
public class Bodies {
    private record Body(String id, String json) {}

    private final Database database;

    Bodies(Database database) {
        this.database = database;
    }

    /**
     * The JSON of html, markdown and text of each.
     *
     * @param characters how much there may be in all: posts beyond it are missing, as are those that were erased meanwhile
     */
    public Map<String, String> of(Collection<String> ids, long characters) {
        Map<String, String> bodies = new HashMap<>();
        database.read(connection -> new Sql()
                        .add(
                                "SELECT p.id, p.bodies FROM unnest(?) WITH ORDINALITY AS w(id, place)"
                                        + " JOIN post p ON p.id = w.id ORDER BY w.place",
                                connection.createArrayOf("text", ids.toArray()))
                        .listWithin(
                                connection,
                                characters,
                                row -> new Body(row.getString(1), row.getString(2)),
                                body -> body.json().length()))
                .forEach(body -> bodies.put(body.id(), body.json()));
        return bodies;
    }
}
