package dev.postwire.query.http;

import dev.postwire.query.index.PostIndex;
import dev.postwire.query.kafka.Backlog;
import dev.postwire.query.store.LetterCounts;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the pipeline is. */
@Path("/v1/pipeline")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pipeline")
public class PipelineResource {
    private final Backlog backlog;
    private final PostIndex index;
    private final LetterCounts letters;

    PipelineResource(Backlog backlog, PostIndex index, LetterCounts letters) {
        this.backlog = backlog;
        this.index = index;
        this.letters = letters;
    }

    @GET
    @Operation(
            summary = "See how far the pipeline is",
            description =
                    "What waits before each step, of all instances together, and what was rejected for which reason.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PipelineView.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response read() {
        PipelineView view = PipelineView.of(backlog.toEnrich(), backlog.toStore(), index.state(), letters.byReason());
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
