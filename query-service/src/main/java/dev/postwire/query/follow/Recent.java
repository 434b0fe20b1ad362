package dev.postwire.query.follow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The last changes, shared by all open streams, so that none needs a buffer of its own. Bounded in bytes and in number. One thread
 * writes, any number read.
 */
public final class Recent {
    private static final long MOST_BYTES = 8L * 1024 * 1024;
    private static final int MOST = 4_096;

    private final long mostBytes;
    private final ConcurrentSkipListMap<Long, Frame> frames = new ConcurrentSkipListMap<>();
    private volatile ChangeCursor floor;
    private volatile ChangeCursor top;
    private long bytes;
    private int count;

    public Recent() {
        this(MOST_BYTES);
    }

    Recent(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Forgets everything, and begins after that place. */
    public void begin(ChangeCursor at) {
        floor = at;
        top = at;
        frames.clear();
        bytes = 0;
        count = 0;
    }

    /** Forgets everything, until begun again. */
    public void end() {
        floor = null;
        top = null;
        frames.clear();
    }

    /** @param frame of a higher number than any before */
    public void add(Frame frame) {
        frames.put(frame.number(), frame);
        bytes += frame.size();
        count++;
        while (count > 1 && (bytes > mostBytes || count > MOST)) {
            Map.Entry<Long, Frame> oldest = frames.firstEntry();
            // First, so that a reader who finds it gone also finds that it is.
            floor = floor.at(oldest.getKey());
            frames.remove(oldest.getKey());
            bytes -= oldest.getValue().size();
            count--;
        }
        top = top.at(frame.number());
    }

    /** How far changes have been read; empty while nobody follows. */
    public Optional<ChangeCursor> top() {
        return Optional.ofNullable(top);
    }

    /** False where something after that place is not here any more. */
    boolean reaches(long number) {
        ChangeCursor lowest = floor;
        return lowest != null && number >= lowest.number();
    }

    /** The next change after that place. Ask {@link #reaches} afterwards, for it may have gone meanwhile. */
    Optional<Frame> after(long number) {
        return Optional.ofNullable(frames.higherEntry(number)).map(Map.Entry::getValue);
    }
}
