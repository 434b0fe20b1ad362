package dev.postwire.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * The verdicts on many posts, written in the order in which the posts came, each as soon as it and those before it are known. Bounds
 * what is under way: whoever reads posts waits here while too much is not acknowledged, or while the caller does not read what
 * became of the earlier ones. Thread-safe.
 */
final class VerdictStream {
    static final String MEDIA_TYPE = "application/x-ndjson";

    /** What a post takes beside its bytes: its headers, its place in the producer's batches, its verdict. */
    private static final int POST_BYTES = 1024;

    private static final int PIECE = 32 * 1024;
    private static final int BACKLOG_STEP = 64 * 1024;
    private static final ObjectWriter JSON = new JsonMapper().writer();

    private final HttpServerResponse response;
    private final Context loop;
    private final Bounds bounds;
    private final InFlight.Place place;
    private final Deque<Slot> open = new ArrayDeque<>();
    private final Deque<Buffer> unwritten = new ArrayDeque<>();
    private long unacknowledged;
    private long unwrittenBytes;
    private long backlogRoom;
    private long progress;
    private boolean flushing;
    private boolean gone;
    private boolean begun;

    /**
     * @param window bytes of posts that may wait for the broker
     * @param backlog bytes of verdicts that may wait for the caller to read, while there is room for them
     * @param patience how long the caller may read nothing at all while others wait for it
     */
    record Bounds(long window, long backlog, Duration patience) {}

    /** The caller is gone, or does not read: there is nobody to answer. */
    static final class AbandonedException extends Exception {
        private static final long serialVersionUID = 1L;

        AbandonedException(String why) {
            super(why, null, false, false);
        }
    }

    /** The place of one verdict among the others. */
    final class Slot {
        private final long bytes;
        private Buffer line;

        private Slot(long bytes) {
            this.bytes = bytes;
        }

        /** The verdict is found. A second one is of no effect. Never blocks. */
        void finish(LineVerdict verdict) {
            Buffer text = json(verdict);
            synchronized (VerdictStream.this) {
                if (line != null) return;
                line = text;
                unacknowledged -= bytes;
                collect();
                VerdictStream.this.notifyAll();
            }
        }
    }

    /** Must be called on the event loop of the call. Room for the backlog is taken from the call's place as it is needed. */
    VerdictStream(HttpServerResponse response, Bounds bounds, InFlight.Place place) {
        this.response = response;
        this.loop = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
        this.bounds = bounds;
        this.place = place;
        response.exceptionHandler(failure -> leave());
        response.closeHandler(closed -> leave());
    }

    /** Takes the next place in the order for a post of that size. Blocks while there is no room. */
    synchronized Slot open(int bytes) throws InterruptedException, AbandonedException {
        long size = (long) bytes + POST_BYTES;
        while (!gone && unacknowledged > 0 && unacknowledged + size > bounds.window()) wait();
        awaitReader(this::backlogFull);
        unacknowledged += size;
        Slot slot = new Slot(size);
        open.add(slot);
        return slot;
    }

    /** False once the caller is gone: there is no use in looking for further posts. */
    synchronized boolean wanted() {
        return !gone;
    }

    /** True once something of the answer has gone out, so that its status cannot be changed any more. */
    synchronized boolean begun() {
        return begun || !open.isEmpty() || unwrittenBytes > 0;
    }

    /** Blocks until every verdict has gone out. */
    synchronized void awaitWritten() throws InterruptedException, AbandonedException {
        while (!gone && !open.isEmpty()) wait();
        awaitReader(() -> unwrittenBytes > 0);
    }

    private boolean backlogFull() {
        if (unwrittenBytes <= backlogRoom) return false;
        long step = Math.min(BACKLOG_STEP, bounds.backlog() - backlogRoom);
        if (step <= 0 || !place.grow(step)) return true;
        backlogRoom += step;
        return false;
    }

    private void awaitReader(BooleanSupplier behind) throws InterruptedException, AbandonedException {
        long seen = progress;
        long deadline = System.nanoTime() + bounds.patience().toNanos();
        while (!gone && behind.getAsBoolean()) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0 && seen == progress) throw new AbandonedException("the caller does not read its verdicts");
            if (left <= 0 || seen != progress) {
                seen = progress;
                deadline = System.nanoTime() + bounds.patience().toNanos();
            } else {
                wait(left);
            }
        }
        if (gone) throw new AbandonedException("the caller is gone");
    }

    private void collect() {
        while (!open.isEmpty() && open.peek().line != null) {
            Buffer line = open.remove().line;
            Buffer last = unwritten.peekLast();
            if (last != null && last.length() + line.length() <= PIECE) last.appendBuffer(line);
            else unwritten.add(line);
            unwrittenBytes += line.length();
        }
        if (!flushing && !gone && unwrittenBytes > 0) {
            flushing = true;
            loop.runOnContext(now -> flush());
        }
    }

    /** On the event loop. */
    private synchronized void flush() {
        flushing = false;
        while (!gone && !unwritten.isEmpty() && !response.writeQueueFull()) write(unwritten.remove());
        if (!gone && !unwritten.isEmpty()) {
            flushing = true;
            response.drainHandler(drained -> flush());
        }
        notifyAll();
    }

    private void write(Buffer piece) {
        if (!begun) {
            begun = true;
            response.setChunked(true).putHeader("Content-Type", MEDIA_TYPE);
        }
        response.write(piece);
        unwrittenBytes -= piece.length();
        progress++;
    }

    private synchronized void leave() {
        gone = true;
        unwritten.clear();
        notifyAll();
    }

    private static Buffer json(LineVerdict verdict) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(verdict)).appendByte((byte) '\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a verdict cannot be written", e);
        }
    }
}
