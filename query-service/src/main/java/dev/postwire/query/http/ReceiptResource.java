package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.QueryConfig;
import dev.postwire.query.index.PostIndex;
import dev.postwire.query.receipt.ReceiptState;
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
import java.util.Optional;
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
    private final Settling settling;
    private final Posts posts;
    private final PostIndex index;
    private final Duration longest;

    ReceiptResource(Settling settling, Posts posts, PostIndex index, QueryConfig config) {
        this.settling = settling;
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
            @RestQuery @Parameter(description = "true waits until searches see it as well.") String searchable) {
        Receipt known = Inputs.receipt(receipt);
        Duration time = Inputs.wait(wait, longest);
        boolean seen = Inputs.yes("searchable", searchable);
        return settling.state(known, time)
                .chain(state -> seen ? seen(state, time) : Uni.createFrom().item(state))
                .map(state -> answer(known, state));
    }

    /** The state once this instance's searches see the post as it is by now, or the time is over. */
    private Uni<ReceiptState> seen(ReceiptState state, Duration time) {
        Optional<String> id = id(state);
        if (id.isEmpty() || time.isZero()) return Uni.createFrom().item(state);
        long number = posts.change(id.get());
        return Uni.createFrom()
                .completionStage(() -> index.seen(number, time))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .replaceWith(state);
    }

    private static Optional<String> id(ReceiptState state) {
        if (state instanceof ReceiptState.Stored stored) return Optional.of(stored.id());
        return state instanceof ReceiptState.Erased erased ? Optional.of(erased.id()) : Optional.empty();
    }

    private static Response answer(Receipt receipt, ReceiptState state) {
        Response.ResponseBuilder answer =
                Response.ok(ReceiptView.of(receipt, state)).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (state instanceof ReceiptState.Stored stored) {
            answer.header(HttpHeaders.LOCATION, ReceiptView.location(stored.id()));
        }
        return answer.build();
    }
}
