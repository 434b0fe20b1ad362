package dev.postwire.ingest.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.ingest.http.Reception.Taken;
import dev.postwire.platform.http.ProblemAnswer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Single posts and erasures, straight from the router: the framework's way to a resource and back would be a good part of what a
 * post costs. On the event loop and behind the gate, as all calls. What no route takes goes on to {@link PostsResource}, which
 * describes the calls and refuses: other methods, and callers who accept no JSON.
 */
@Singleton
final class PostRoutes {
    private static final String POSTS = "/v1/posts";
    private static final String POST = "/v1/posts/:id";

    private final Reception reception;
    private final ProblemAnswer problems;

    PostRoutes(Reception reception, ObjectMapper json) {
        this.reception = reception;
        this.problems = new ProblemAnswer(json);
    }

    void register(@Observes Router router) {
        answer(router.post(POSTS), call -> reception.take(call, Optional.empty()));
        answer(router.put(POST), call -> reception.take(call, Optional.of(call.pathParam("id"))));
        answer(router.delete(POST), call -> reception.erase(call, call.pathParam("id")));
    }

    private void answer(Route route, Function<RoutingContext, CompletionStage<Taken>> way) {
        route.produces(MediaType.APPLICATION_JSON).handler(call -> {
            PostAnswer answer = new PostAnswer(call, problems);
            way.apply(call).whenComplete(answer::write);
        });
    }
}
