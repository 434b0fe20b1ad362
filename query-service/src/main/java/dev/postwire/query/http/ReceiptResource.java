package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.QueryConfig;
import dev.postwire.query.receipt.ReceiptState;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
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
    private final Settling settling;
    private final Duration longest;

    ReceiptResource(Settling settling, QueryConfig config) {
        this.settling = settling;
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
                    String wait) {
        Receipt known = Inputs.receipt(receipt);
        return settling.state(known, Inputs.wait(wait, longest)).map(state -> answer(known, state));
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
