package dev.postwire.query.stream;

import dev.postwire.platform.http.CutOff;
import dev.postwire.query.follow.Outlet;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** A reader's connection. On its own event loop only. */
final class VertxOutlet implements Outlet {
    /** What may wait to be taken by one reader before it counts as full: with thousands of them, this is what counts. */
    private static final int FULL_BYTES = 16 * 1024;

    /** How long a reader has to take the last of it. */
    private static final long LINGER_MILLIS = 30_000;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;

    VertxOutlet(Vertx vertx, HttpServerRequest request) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
    }

    void open() {
        response.setChunked(true).setWriteQueueMaxSize(FULL_BYTES);
        response.putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                // Or each event would sit in the compressor until enough have come.
                .putHeader("Content-Encoding", "identity")
                // Some proxies hold back what they are not told to pass on.
                .putHeader("X-Accel-Buffering", "no");
    }

    @Override
    public boolean full() {
        return response.writeQueueFull();
    }

    /** Called once there is room, then forgotten. */
    void onRoom(Runnable room) {
        response.drainHandler(drained -> {
            response.drainHandler(null);
            room.run();
        });
    }

    @Override
    public void write(List<byte[]> pieces) {
        if (response.ended() || response.closed()) return;
        Buffer whole =
                Buffer.buffer(pieces.stream().mapToInt(piece -> piece.length).sum());
        pieces.forEach(whole::appendBytes);
        response.write(whole);
    }

    @Override
    public void end() {
        if (response.ended() || response.closed()) return;
        long timer = vertx.setTimer(LINGER_MILLIS, late -> CutOff.now(request));
        response.end().onComplete(taken -> vertx.cancelTimer(timer));
    }
}
