package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.QueryConfig;
import dev.postwire.query.index.PostIndex;
import dev.postwire.query.receipt.ReceiptState;
import dev.postwire.query.store.Arrivals;
import dev.postwire.query.store.Posts;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What became of a submission. */
@Path("/v1/receipts")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receipts")
public class ReceiptResource {
    /** Nothing shorter is worth a wait. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Settling settling;
    private final Arrivals arrivals;
    private final Posts posts;
    private final PostIndex index;
    private final Duration longest;

    ReceiptResource(Settling settling, Arrivals arrivals, Posts posts, PostIndex index, QueryConfig config) {
        this.settling = settling;
        this.arrivals = arrivals;
        this.posts = posts;
        this.index = index;
        this.longest = config.waiting().longest();
    }

    @GET
    @Path("/{receipt}")
    @Operation(
            summary = "Follow a submission",
            description =
                    "With wait, the call is answered as soon as the submission is no longer under way, or when the time is"
                            + " over.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(
            responseCode = "404",
            description = "receipt-unknown: the intake has never given it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Uni<Response> read(
            @RestPath @Parameter(example = "3-1742") String receipt,
            @RestQuery @Parameter(description = "How long to wait: 500ms, 10s, 1m. At most 60s.", example = "10s")
                    String wait,
            @RestQuery
                    @Parameter(
                            description =
                                    "true also tells in searchable whether searches find the post, and a wait lasts until"
                                            + " they do, or its time is over.")
                    String searchable) {
        Receipt known = Inputs.receipt(receipt);
        Duration time = Inputs.wait(wait, longest);
        boolean seen = Inputs.yes("searchable", searchable);
        if (!seen) return settling.state(known, time).map(state -> answer(ReceiptView.of(known, state)));
        long deadline = System.nanoTime() + time.toNanos();
        return settling.state(known, time).chain(state -> searchable(state, deadline)
                .map(found -> answer(ReceiptView.of(known, state).withSearchable(found))));
    }

    /** Whether this instance's searches find the post as it is by now, as soon as it is so or when the time is over. */
    private Uni<Boolean> searchable(ReceiptState state, long deadline) {
        if (state instanceof ReceiptState.Stored stored) return seen(stored.id(), deadline);
        // What is seen of an erased post is that it is gone.
        if (state instanceof ReceiptState.Erased erased)
            return seen(erased.id(), deadline).map(gone -> !gone);
        return Uni.createFrom().item(false);
    }

    private Uni<Boolean> seen(String id, long deadline) {
        long number = posts.change(id);
        if (index.sees(number)) return Uni.createFrom().item(true);
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.compareTo(SHORTEST) < 0) return Uni.createFrom().item(false);
        return Uni.createFrom()
                .completionStage(() -> arrivals.seen(number, left))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Response answer(ReceiptView view) {
        Response.ResponseBuilder answer = Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (view.location() != null) answer.header(HttpHeaders.LOCATION, view.location());
        return answer.build();
    }
}
