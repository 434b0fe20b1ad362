package dev.postwire.platform.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemAnswer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/** Answers a call at the gate. Its body is dropped as it comes, so that the sender gets to see the answer. */
final class Refusal {
    /** A sender that goes on for so long after its refusal is cut off. */
    private static final long MOST_DROPPED_BYTES = 16L * 1024 * 1024;

    private final ProblemAnswer problems;

    Refusal(ObjectMapper json) {
        this.problems = new ProblemAnswer(json);
    }

    void answer(RoutingContext call, Problem problem) {
        HttpServerRequest request = call.request();
        call.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            // Who waits for our go-ahead may send the body all the same, or not: the connection is of no more use.
            closeAfter(call);
        }
        drop(request);
        problems.write(call.response(), problem);
    }

    /** No further call on that connection once this one has its answer. Must be said before the answer is written. */
    static void closeAfter(RoutingContext call) {
        call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        call.addEndHandler(ended -> call.request().connection().close());
    }

    private static void drop(HttpServerRequest request) {
        if (request.isEnded()) return;
        AtomicLong dropped = new AtomicLong();
        request.handler(chunk -> {
            if (dropped.addAndGet(chunk.length()) > MOST_DROPPED_BYTES)
                request.connection().close();
        });
        request.exceptionHandler(gone -> request.connection().close());
        request.resume();
    }
}
