package dev.postwire.ingest.http;

import dev.postwire.platform.http.CutOff;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;

/**
 * A body of any length as a stream: arrives on its event loop, is read on another thread. No more than a little is kept: a sender
 * who is faster than the reader is made to wait. Reading fails with a {@link ProblemException} where the body breaks off, or
 * where nothing of it comes for too long.
 */
final class BodyStream extends InputStream {
    /** What may wait for the reader; the sender is stopped above it, and goes on below half of it. */
    static final int MOST_WAITING = 256 * 1024;

    private final HttpServerRequest request;
    private final Context loop;
    private final Duration patience;
    private final long mostDropped;
    private final Queue<Buffer> waiting = new ArrayDeque<>();
    private Buffer current = Buffer.buffer();
    private int at;
    private int waitingBytes;
    private long dropped;
    private boolean stopped;
    private boolean ended;
    private boolean brokenOff;
    private boolean closed;

    private BodyStream(HttpServerRequest request, Duration patience, long mostDropped) {
        this.request = request;
        this.loop = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
        this.patience = patience;
        this.mostDropped = mostDropped;
    }

    /**
     * Must be called on the request's event loop, before it goes on to anything else.
     *
     * @param patience how long nothing may come while the reader waits
     * @param mostDropped a sender who goes on for longer than this after the reader has closed the stream is cut off
     */
    static BodyStream of(HttpServerRequest request, Duration patience, long mostDropped) {
        BodyStream body = new BodyStream(request, patience, mostDropped);
        request.exceptionHandler(gone -> body.end(true));
        request.handler(body::arrive);
        request.endHandler(end -> body.end(false));
        if (BodyReader.expectsContinue(request)) request.response().writeContinue();
        request.resume();
        return body;
    }

    @Override
    public int read() throws InterruptedIOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** What has arrived, at least one byte; blocks only while nothing has. */
    @Override
    public int read(byte[] into, int offset, int length) throws InterruptedIOException {
        if (at == current.length() && !next()) return -1;
        int count = Math.min(length, current.length() - at);
        current.getBytes(at, at + count, into, offset);
        at += count;
        return count;
    }

    /** What is still to come is dropped. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
        goOn();
    }

    private synchronized boolean next() throws InterruptedIOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (waiting.isEmpty()) {
            if (brokenOff) throw brokenOff();
            if (ended) return false;
            waitUntil(deadline);
        }
        current = waiting.remove();
        at = 0;
        waitingBytes -= current.length();
        if (waitingBytes < MOST_WAITING / 2) goOn();
        return true;
    }

    private void waitUntil(long deadline) throws InterruptedIOException {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) throw tooSlow();
        try {
            wait(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a body was read");
        }
    }

    private synchronized void arrive(Buffer chunk) {
        if (closed) {
            dropped += chunk.length();
            if (dropped > mostDropped) CutOff.now(request);
            return;
        }
        waiting.add(chunk);
        waitingBytes += chunk.length();
        if (waitingBytes > MOST_WAITING && !stopped) {
            stopped = true;
            request.pause();
        }
        notifyAll();
    }

    private synchronized void end(boolean early) {
        if (!ended) brokenOff = early;
        ended = true;
        notifyAll();
    }

    private void goOn() {
        if (!stopped) return;
        stopped = false;
        loop.runOnContext(now -> request.resume());
    }

    private ProblemException tooSlow() {
        return Problem.of(
                        ProblemCode.BODY_TIMEOUT,
                        "Nothing of the body came for " + patience.toSeconds()
                                + " s; what was read before has its verdicts.")
                .exception();
    }

    private static ProblemException brokenOff() {
        return Problem.of(ProblemCode.BAD_REQUEST, "The body broke off.").exception();
    }
}
