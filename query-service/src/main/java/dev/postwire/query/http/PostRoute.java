package dev.postwire.query.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.platform.http.ProblemAnswer;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.query.page.Representation;
import dev.postwire.query.store.Posts;
import dev.postwire.query.store.StoredPost;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * The plainest read, a post as JSON and as it is by now, straight from the router: the framework's way to a resource and back would
 * be a good part of what it costs. Behind the gate, as all calls. Whatever else is asked, and whatever ends in another way than with
 * the post, goes on to {@link PostResource}, which describes and answers all.
 */
@Singleton
final class PostRoute {
    private static final String POST = "/v1/posts/:id";
    private static final CharSequence JSON = HttpHeaders.createOptimized(Representation.JSON.contentType());
    private static final CharSequence VARY = HttpHeaders.createOptimized("Accept");

    private final Posts posts;
    private final ProblemAnswer problems;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    PostRoute(Posts posts, ObjectMapper json) {
        this.posts = posts;
        this.problems = new ProblemAnswer(json);
    }

    void register(@Observes Router router) {
        router.get(POST).handler(this::read);
    }

    private void read(RoutingContext call) {
        if (!plain(call)) {
            call.next();
            return;
        }
        String id = call.pathParam("id");
        Context loop = Vertx.currentContext();
        try {
            workers.execute(() -> {
                Consumer<RoutingContext> answer = answer(id);
                loop.runOnContext(now -> answer.accept(call));
            });
        } catch (RejectedExecutionException e) {
            call.next(); // which says that too much is asked
        }
    }

    /** Blocks. */
    private Consumer<RoutingContext> answer(String id) {
        try {
            Optional<StoredPost> post = posts.post(id);
            if (post.isEmpty()) return RoutingContext::next;
            String json = PostJson.whole(post.get());
            return call -> answer(call.response(), post.get(), json);
        } catch (ProblemException e) {
            return call -> problems.write(call.response(), e.problem());
        } catch (RuntimeException e) {
            return RoutingContext::next; // it fails there again, which is logged and told
        }
    }

    private static boolean plain(RoutingContext call) {
        MultiMap headers = call.request().headers();
        String accepted = headers.get(HttpHeaders.ACCEPT);
        boolean json = accepted == null || accepted.equals("*/*") || accepted.equals("application/json");
        return json
                && call.request().query() == null
                && !headers.contains(HttpHeaders.IF_NONE_MATCH)
                && !headers.contains(HttpHeaders.IF_MODIFIED_SINCE)
                && Inputs.isId(call.pathParam("id"));
    }

    private static void answer(HttpServerResponse response, StoredPost post, String json) {
        if (response.ended() || response.closed()) return;
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        // The server has set identity, so that nothing is compressed but what is told to: this is, for those who take
        // it.
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        // Beside what is said of every answer.
        response.headers().add(HttpHeaders.VARY, VARY);
        Validators.post(post.revision(), post.storedAt(), Representation.JSON.tagSuffix())
                .headers(response::putHeader);
        response.end(json);
    }
}
