package dev.postwire.query.follow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One reader's place in the changes. It holds a number and nothing else while the reader keeps up, so thousands cost little; one who
 * resumes from far back holds a page at a time. A reader who falls behind what is kept, or takes nothing for a minute, is sent off
 * with the place to resume from. For one thread.
 */
public final class OpenStream {
    /** Written together, so that a burst is no burst of system calls. */
    private static final int PIECE_BYTES = 16 * 1024;

    private static final long STALLED_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Selection selection;
    private final Recent recent;
    private final Outlet outlet;
    private final Deque<Frame> backlog = new ArrayDeque<>();
    private ChangeCursor at;
    private boolean live;
    private boolean over;
    private long fullSince;

    /** What a stream needs next. */
    public enum Next {
        /** A new change. */
        NEWS,
        /** Room in the outlet. */
        ROOM,
        /** A page of what was missed, from {@link #at} on. */
        PAGE,
        /** Nothing: it has ended. */
        OVER
    }

    public OpenStream(ChangeCursor at, Selection selection, Recent recent, Outlet outlet) {
        this.at = at;
        this.selection = selection;
        this.recent = recent;
        this.outlet = outlet;
    }

    public void greet() {
        outlet.write(List.of(Frame.greeting(at)));
    }

    /** Writes what there is as far as the outlet takes it. */
    public Next advance() {
        while (!over) {
            if (outlet.full()) return Next.ROOM;
            fullSince = 0;
            List<byte[]> pieces = gather();
            if (!pieces.isEmpty()) outlet.write(pieces);
            else if (recent.top().isEmpty()) return Next.NEWS;
            else if (recent.reaches(at.number())) {
                return recent.after(at.number()).isPresent() ? Next.PAGE : Next.NEWS;
            } else if (live) goodbye(Farewell.SLOW);
            else return Next.PAGE;
        }
        return Next.OVER;
    }

    private List<byte[]> gather() {
        List<byte[]> pieces = new ArrayList<>();
        int bytes = 0;
        while (bytes < PIECE_BYTES) {
            Optional<Frame> next = next();
            if (next.isEmpty()) break;
            Frame frame = next.get();
            at = at.at(frame.number());
            if (frame.post().isEmpty() || selection.includes(frame.post().get())) {
                pieces.add(frame.bytes());
                bytes += frame.size();
            }
        }
        return pieces;
    }

    private Optional<Frame> next() {
        if (!backlog.isEmpty()) return Optional.of(backlog.poll());
        Optional<Frame> next = recent.after(at.number());
        if (!recent.reaches(at.number())) return Optional.empty();
        live = true;
        // What nobody who was there asked of it has to be found out in the database.
        return next.filter(frame -> frame.post().map(selection::canTell).orElse(true));
    }

    /**
     * Takes a page of what was missed.
     *
     * @param next where the page ends, which is further than its last frame where changes were left out
     */
    public void catchUp(List<Frame> page, ChangeCursor next) {
        if (over) return;
        backlog.addAll(page);
        if (page.isEmpty()) at = next;
    }

    /** True while a page of what was missed is held in memory. */
    public boolean holdsPage() {
        return !backlog.isEmpty() && !over;
    }

    /** @param now nanoseconds */
    public void heartbeat(long now) {
        if (over) return;
        if (!outlet.full()) {
            fullSince = 0;
            outlet.write(List.of(Frame.heartbeat(at)));
        } else if (fullSince == 0) {
            fullSince = now;
        } else if (now - fullSince > STALLED_NANOS) {
            goodbye(Farewell.SLOW);
        }
    }

    public void goodbye(Farewell reason) {
        if (over) return;
        over = true;
        backlog.clear();
        outlet.write(List.of(Frame.goodbye(at, reason)));
        outlet.end();
    }

    /** The reader has gone. */
    public void left() {
        over = true;
        backlog.clear();
    }

    public boolean over() {
        return over;
    }

    /** What the reader has been given, or passed over because it did not ask for it. */
    public ChangeCursor at() {
        return at;
    }
}
