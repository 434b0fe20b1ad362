package dev.postwire.query.index;

/**
 * How far the index is. Written by the one that follows the store, read by whoever wants to know.
 *
 * @param serving whether searches are answered
 * @param visible the last change that searches see
 * @param last the last change of the store, when it was last asked
 * @param rebuild how many posts a rebuild has gone through, and of how many; of 0 where there is none
 */
public record IndexState(boolean serving, long visible, long last, Progress rebuild) {
    static final IndexState NOTHING = new IndexState(false, 0, 0, Progress.NONE);

    /** A rebuild under way. */
    public record Progress(long done, long of) {
        static final Progress NONE = new Progress(0, 0);
    }

    /** Changes that searches do not see yet. */
    public long lag() {
        return Math.max(0, last - visible);
    }

    IndexState asServing(boolean now) {
        return new IndexState(now, visible, last, rebuild);
    }

    IndexState at(long seen, long known) {
        return new IndexState(serving, seen, known, rebuild);
    }

    IndexState rebuilding(long done, long of) {
        return new IndexState(serving, visible, last, new Progress(done, of));
    }
}
