package dev.postwire.platform.http;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends a connection at once. Vert.x's own close first waits until all that was written has gone out: for ever, if nobody reads it. */
public final class CutOff {
    private CutOff() {}

    /** From any thread; what was not sent yet never is. */
    public static void now(HttpServerRequest request) {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        channel.eventLoop().execute(() -> channel.unsafe().close(channel.newPromise()));
    }
}
