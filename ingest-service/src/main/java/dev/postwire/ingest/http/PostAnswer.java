package dev.postwire.ingest.http;

import dev.postwire.ingest.http.Reception.Taken;
import dev.postwire.platform.http.ProblemAnswer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** The answer to a call about one post. May be written from any thread; goes out on the call's event loop, unless the caller is gone. */
final class PostAnswer {
    private static final int ACCEPTED = 202;
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");

    private final RoutingContext call;
    private final ProblemAnswer problems;
    private final Context loop;

    /** Must be made on the event loop of the call. */
    PostAnswer(RoutingContext call, ProblemAnswer problems) {
        this.call = call;
        this.problems = problems;
        this.loop = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    }

    /** One of the two is null. */
    void write(Taken taken, Throwable failure) {
        loop.runOnContext(now -> {
            if (call.response().ended() || call.response().closed()) return;
            if (failure == null) accept(taken);
            else problems.write(call.response(), Refusals.problem(failure));
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
}
