package dev.postwire.query.index;

import dev.postwire.query.post.Event;
import dev.postwire.query.post.EventReader.ReadPost;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A store as an index sees it, that can go away at any call. For one thread. */
final class MemoryStore implements PostSource {
    private final Map<String, StoreChange> changes = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private String name = "history";
    private long last;
    private boolean away;
    private int failures;
    private Runnable betweenPosts = () -> {};

    void put(Event... events) {
        for (Event event : events) {
            ReadPost read = event.read();
            String id = read.post().id();
            changes.put(
                    id,
                    new StoreChange(
                            ++last,
                            id,
                            Optional.of(new StoreChange.Stored(
                                    Instant.parse("2026-05-04T11:00:00Z").plusSeconds(last),
                                    Optional.empty(),
                                    read.document(),
                                    read.bodies()))));
        }
    }

    /** From then on every call fails, or none. */
    void away(boolean now) {
        away = now;
    }

    /** So many calls fail. */
    void fails(int calls) {
        failures = calls;
    }

    /** What was put last is no JSON any more. */
    void spoil() {
        changes.replaceAll((id, change) -> change.number() < last
                ? change
                : new StoreChange(
                        last, id, Optional.of(new StoreChange.Stored(Instant.EPOCH, Optional.empty(), "{", "{}"))));
    }

    /** Another database, of which nothing was read yet. */
    void another() {
        name = name + "'";
    }

    /** Done whenever a batch of posts was read, and there may be another. */
    void betweenPosts(Runnable what) {
        betweenPosts = what;
    }

    List<String> asked() {
        return asked;
    }

    private void call(String what) throws SQLException {
        asked.add(what);
        if (away || failures-- > 0) throw new SQLException("the pool has no connection to give");
    }

    @Override
    public void await() throws SQLException {
        call("await");
    }

    @Override
    public History history() throws SQLException {
        call("history");
        return new History(name, last);
    }

    @Override
    public int changes(long after, int limit, Consumer<StoreChange> each) throws SQLException {
        call("changes");
        List<StoreChange> some = changes.values().stream()
                .filter(change -> change.number() > after)
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .limit(limit)
                .toList();
        some.forEach(each);
        return some.size();
    }

    @Override
    public long lastStory() throws SQLException {
        call("last story");
        return 0;
    }

    @Override
    public long stories(long after, int limit, Consumer<StoreChange> each) throws SQLException {
        call("stories");
        return after;
    }

    @Override
    public List<StoreChange> posts(Optional<String> after, int limit, Moment atLeast) throws SQLException {
        if (after.isPresent()) betweenPosts.run();
        // Also where the hook has it fail.
        call("posts");
        return changes.values().stream()
                .filter(change -> after.isEmpty() || change.id().compareTo(after.get()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public long count(Moment atLeast) throws SQLException {
        call("count");
        return changes.size();
    }
}
