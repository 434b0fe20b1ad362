package dev.postwire.ingest.http;

import dev.postwire.ingest.Limits;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads bodies on their event loop as they arrive, never keeping more than the limit of one post nor more than there is room for
 * all. What comes after a refusal is read and dropped, so that the sender gets to see the answer.
 */
final class BodyReader {
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** A sender that goes on this long after its refusal is cut off, in limits of one post. */
    static final int DROPPED_LIMITS = 64;

    private final Vertx vertx;
    private final Limits limits;

    BodyReader(Vertx vertx, Limits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    /** Must be called on the request's event loop, before it goes on to anything else. Fails with a {@link ProblemException}. */
    CompletionStage<byte[]> read(RoutingContext call, InFlight.Place place, int most) {
        Arriving body = new Arriving(call, place, most);
        body.begin();
        return body.whole;
    }

    /** Of a call that is refused before its body, or has no use for one: what comes of it all the same is dropped. */
    void dismiss(RoutingContext call) {
        abandon(call);
        HttpServerRequest request = call.request();
        if (request.isEnded()) return;
        long[] dropped = {0};
        request.exceptionHandler(gone -> {});
        request.handler(chunk -> {
            dropped[0] += chunk.length();
            if (dropped[0] > mostDropped()) request.connection().close();
        });
        request.resume();
    }

    private long mostDropped() {
        return (long) DROPPED_LIMITS * limits.maxPostBytes();
    }

    /** Says that a body will not be read, before or after it began. Must be called before the answer is written. */
    static void abandon(RoutingContext call) {
        HttpServerRequest request = call.request();
        // Who waits for our go-ahead may send the body all the same, or not: the connection is of no more use.
        if (!expectsContinue(request) || request.response().headWritten()) return;
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        call.addEndHandler(ended -> request.connection().close());
    }

    static boolean expectsContinue(HttpServerRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }

    static ProblemException overloaded() {
        return Problem.retryable(ProblemCode.OVERLOADED, "Too many posts are under way. Send it again.", RETRY_AFTER)
                .exception();
    }

    private final class Arriving {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final RoutingContext call;
        private final HttpServerRequest request;
        private final InFlight.Place place;
        private final int most;
        private Buffer kept = Buffer.buffer();
        private long dropped;

        Arriving(RoutingContext call, InFlight.Place place, int most) {
            this.most = most;
            this.call = call;
            this.request = call.request();
            this.place = place;
        }

        void begin() {
            long declared = declaredLength();
            if (declared > most) {
                refuseUnread(tooLarge(most));
            } else if (declared > 0 && !place.grow(declared)) {
                refuseUnread(overloaded());
            } else {
                if (declared > 0) kept = Buffer.buffer((int) declared);
                if (expectsContinue(request)) request.response().writeContinue();
            }
            request.exceptionHandler(gone -> refuse(brokenOff()));
            request.handler(chunk -> arrive(chunk, declared < 0));
            request.endHandler(end -> whole.complete(kept.getBytes()));
            request.resume();
            // A small body has come with its headers, and then there is nothing to wait for.
            if (!whole.isDone()) beImpatient();
        }

        private void beImpatient() {
            long timer = vertx.setTimer(limits.bodyPatience().toMillis(), fired -> refuse(tooSlow()));
            whole.whenComplete((body, failure) -> vertx.cancelTimer(timer));
        }

        private void arrive(Buffer chunk, boolean undeclared) {
            if (whole.isDone()) {
                drop(chunk);
            } else if (kept.length() + chunk.length() > most) {
                refuse(tooLarge(most));
            } else if (undeclared && !place.grow(chunk.length())) {
                refuse(overloaded());
            } else {
                kept.appendBuffer(chunk);
            }
        }

        private void refuse(ProblemException problem) {
            if (whole.completeExceptionally(problem)) kept = Buffer.buffer();
        }

        private void refuseUnread(ProblemException problem) {
            abandon(call);
            refuse(problem);
        }

        private void drop(Buffer chunk) {
            dropped += chunk.length();
            if (dropped > mostDropped()) request.connection().close();
        }

        private long declaredLength() {
            String header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return header == null ? -1 : Long.parseLong(header); // Netty has refused what is no number
        }
    }

    static ProblemException tooLarge(int most) {
        return Problem.of(ProblemCode.BODY_TOO_LARGE, "At most " + most + " bytes are taken.")
                .exception();
    }

    private ProblemException tooSlow() {
        return Problem.of(
                        ProblemCode.BODY_TIMEOUT,
                        "The body must arrive within " + limits.bodyPatience().toSeconds() + " s.")
                .exception();
    }

    private static ProblemException brokenOff() {
        return Problem.of(ProblemCode.BAD_REQUEST, "The body broke off.").exception();
    }
}
