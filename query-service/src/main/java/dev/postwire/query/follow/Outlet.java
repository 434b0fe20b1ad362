package dev.postwire.query.follow;

import java.util.List;

/** A connection to a reader. */
public interface Outlet {
    /** True while so much waits to be taken by the reader that nothing should be added. */
    boolean full();

    /** Sends them as one. */
    void write(List<byte[]> pieces);

    /** Ends the stream once everything written is taken, or the reader has had its time. */
    void end();
}
