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
import java.util.concurrent.TimeUnit;

/**
 * A body of any length as a stream: arrives on its event loop, is read on another thread. No more than a little is kept: a sender
 * who is faster than the reader is made to wait. Reading fails with a {@link ProblemException} where the body breaks off, or
 * where too little of it comes for too long.
 */
final class BodyStream extends InputStream {
    /** What may wait for the reader; the sender is stopped above it, and goes on below half of it. */
    static final int MOST_WAITING = 256 * 1024;

    /** What must come on average while the reader waits: slower than any line, faster than who only wants to hold the place. */
    static final int LEAST_BYTES_A_SECOND = 256;

    private static final long NANOS_A_BYTE = TimeUnit.SECONDS.toNanos(1) / LEAST_BYTES_A_SECOND;

    private final HttpServerRequest request;
    private final Context loop;
    private final Duration patience;
    private final long mostDropped;
    private final Queue<Buffer> waiting = new ArrayDeque<>();
    private Buffer current = Buffer.buffer();
    private int at;
    private int waitingBytes;
    private long leftNanos;
    private long dropped;
    private boolean stopped;
    private boolean ended;
    private boolean brokenOff;
    private boolean closed;

    private BodyStream(HttpServerRequest request, Duration patience, long mostDropped) {
        this.request = request;
        this.loop = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
        this.patience = patience;
        this.leftNanos = patience.toNanos();
        this.mostDropped = mostDropped;
    }

    /**
     * Must be called on the request's event loop, before it goes on to anything else.
     *
     * @param patience how long the reader waits altogether, but each byte gives it back a part: what comes fast enough is waited for
     *     as long as it takes
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
        while (waiting.isEmpty()) {
            if (brokenOff) throw brokenOff();
            if (ended) return false;
            waitForMore();
        }
        current = waiting.remove();
        at = 0;
        leftNanos = Math.min(patience.toNanos(), leftNanos + current.length() * NANOS_A_BYTE);
        waitingBytes -= current.length();
        if (waitingBytes < MOST_WAITING / 2) goOn();
        return true;
    }

    private void waitForMore() throws InterruptedIOException {
        long left = TimeUnit.NANOSECONDS.toMillis(leftNanos);
        if (left <= 0) throw tooSlow();
        long start = System.nanoTime();
        try {
            wait(left);
            leftNanos -= System.nanoTime() - start;
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
                        "For " + patience.toSeconds() + " s less than " + LEAST_BYTES_A_SECOND
                                + " bytes of the body came each second; what was read before has its verdicts.")
                .exception();
    }

    private static ProblemException brokenOff() {
        return Problem.of(ProblemCode.BAD_REQUEST, "The body broke off.").exception();
    }
}
