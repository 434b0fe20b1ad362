package dev.postwire.query.index;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the index is. Written by the one that follows the store, read by whoever wants to know.
 *
 * @param serving whether searches are answered
 * @param visible the last change that searches see
 * @param last the last change of the store, when it was last asked
 * @param asked when that was; 1970 where it never was
 * @param rebuild how many posts a rebuild has gone through, and of how many; of 0 where there is none
 */
public record IndexState(boolean serving, long visible, long last, Instant asked, Progress rebuild) {
    static final IndexState NOTHING = new IndexState(false, 0, 0, Instant.EPOCH, Progress.NONE);

    /** After so long a lag is no number rather than an old one, as that of a consumer. */
    private static final Duration TRUE_FOR = Duration.ofSeconds(30);

    /** A rebuild under way. */
    public record Progress(long done, long of) {
        static final Progress NONE = new Progress(0, 0);
    }

    /** Changes that searches do not see yet, as far as the store has told. */
    public long lag() {
        return Math.max(0, last - visible);
    }

    /** False where the store has not told for a while how far it is. */
    public boolean knows(Instant now) {
        return asked.isAfter(now.minus(TRUE_FOR));
    }

    IndexState asServing(boolean now) {
        return new IndexState(now, visible, last, asked, rebuild);
    }

    IndexState at(long seen, long known) {
        return new IndexState(serving, seen, known, asked, rebuild);
    }

    IndexState knowing(long known, Instant now) {
        return new IndexState(serving, visible, known, now, rebuild);
    }

    IndexState rebuilding(long done, long of) {
        return new IndexState(serving, visible, last, asked, new Progress(done, of));
    }
}
