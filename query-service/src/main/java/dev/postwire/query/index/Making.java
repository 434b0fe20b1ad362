package dev.postwire.query.index;

import dev.postwire.query.index.PostSource.History;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Makes a new generation of all posts there are, while another is served. For one thread. */
final class Making {
    private final PostSource source;
    private final IndexFolder folder;
    private final PostIndex index;

    Making(PostSource source, IndexFolder folder, PostIndex index) {
        this.source = source;
        this.folder = folder;
        this.index = index;
    }

    /**
     * Tells the index how far it is.
     *
     * @param known asked after each batch, for the store goes on meanwhile
     * @return empty where it was stopped before its end: then nothing of it is left
     */
    Optional<Generation> make(History from, BooleanSupplier stopped, Callable<?> known) throws Exception {
        // Before the posts are read: what comes to be meanwhile is followed afterwards.
        Moment begin = new Moment(from.name(), from.last(), source.lastStory());
        long all = source.count(begin);
        Generation next = folder.next();
        boolean made = false;
        try {
            made = fill(next, begin, all, stopped, known);
        } finally {
            if (!made) {
                next.close();
                IndexFolder.delete(next.folder());
            }
        }
        return made ? Optional.of(next) : Optional.empty();
    }

    private boolean fill(Generation next, Moment begin, long all, BooleanSupplier stopped, Callable<?> known)
            throws Exception {
        index.rebuilding(0, all);
        next.reachedStory(begin.story());
        next.merges(false);
        boolean whole = new Rebuild(source, next, begin).run(stopped, done -> {
            index.rebuilding(done, Math.max(done, all));
            known.call();
        });
        if (!whole) return false;
        next.reached(begin.change());
        next.commit(begin.history());
        next.refresh();
        next.merges(true);
        return true;
    }
}
