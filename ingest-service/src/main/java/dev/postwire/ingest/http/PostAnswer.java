package dev.postwire.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.ingest.http.Reception.Taken;
import dev.postwire.platform.http.Problem;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** The answer to a call about one post. May be written from any thread; goes out on the call's event loop, unless the caller is gone. */
final class PostAnswer {
    private static final int ACCEPTED = 202;
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final CharSequence PROBLEM = HttpHeaders.createOptimized(Problem.MEDIA_TYPE);

    private final RoutingContext call;
    private final ObjectMapper json;
    private final Context loop;

    /** Must be made on the event loop of the call. */
    PostAnswer(RoutingContext call, ObjectMapper json) {
        this.call = call;
        this.json = json;
        this.loop = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    }

    /** One of the two is null. */
    void write(Taken taken, Throwable failure) {
        loop.runOnContext(now -> {
            if (call.response().ended() || call.response().closed()) return;
            if (failure == null) accept(taken);
            else refuse(Refusals.problem(failure));
        });
    }

    private void accept(Taken taken) {
        call.response()
                .setStatusCode(ACCEPTED)
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .putHeader(HttpHeaders.LOCATION, taken.location())
                // As Receipted has it. Neither an id nor a receipt has a character that JSON would have escaped.
                .end("{\"id\":\"" + taken.id() + "\",\"receipt\":\"" + taken.receipt() + "\"}");
    }

    private void refuse(Problem problem) {
        HttpServerResponse response =
                call.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM);
        if (problem.retryAfter() != null) {
            long seconds = Math.max(1, problem.retryAfter().toSeconds());
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        response.end(text(problem));
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem of ours does not write itself", e);
        }
    }
}
