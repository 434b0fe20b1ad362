package dev.postwire.query.follow;

import dev.postwire.query.search.Words;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The last changes, shared by all open streams, so that none needs a buffer of its own. Bounded in bytes and in number. One thread
 * writes, any number read.
 */
public final class Recent {
    private static final long MOST_BYTES = 8L * 1024 * 1024;
    private static final int MOST = 4_096;

    /** What one of the words that are followed takes in a set of them, about. Such a set is counted once for all that hold it. */
    private static final long WORDS_BYTES = 16;

    private final long mostBytes;
    private final ConcurrentSkipListMap<Long, Frame> frames = new ConcurrentSkipListMap<>();
    private volatile ChangeCursor floor;
    private volatile ChangeCursor top;
    private final Map<Set<Words>, Integer> asked = new IdentityHashMap<>();
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
        asked.clear();
        bytes = 0;
        count = 0;
    }

    /** Forgets everything, until begun again. */
    public void end() {
        floor = null;
        top = null;
        frames.clear();
        asked.clear();
    }

    /** @param frame of a higher number than any before */
    public void add(Frame frame) {
        bytes += frame.size();
        Set<Words> looked = asked(frame);
        if (asked.merge(looked, 1, Integer::sum) == 1) bytes += looked.size() * WORDS_BYTES;
        frames.put(frame.number(), frame);
        count++;
        while (count > 1 && (bytes > mostBytes || count > MOST)) {
            Map.Entry<Long, Frame> oldest = frames.firstEntry();
            // First, so that a reader who finds it gone also finds that it is.
            floor = floor.at(oldest.getKey());
            frames.remove(oldest.getKey());
            bytes -= oldest.getValue().size();
            Set<Words> gone = asked(oldest.getValue());
            if (asked.merge(gone, -1, (some, less) -> some > 1 ? some - 1 : null) == null) {
                bytes -= gone.size() * WORDS_BYTES;
            }
            count--;
        }
        top = top.at(frame.number());
    }

    private static Set<Words> asked(Frame frame) {
        return frame.post().map(post -> post.words().asked()).orElse(Set.of());
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
