package dev.postwire.ingest.http;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The calls as they are described. Single posts are answered before they come here, by {@link PostRoutes}: what is here of them says
 * what they take, and which methods an address has. The batch runs on the event loop and takes no body, so that nothing reads it
 * before {@link BatchReception} does. What media types and parameters are taken is decided by {@code post}, not by the framework.
 */
@Path("/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "posts")
public final class PostsResource {
    private final BatchReception batches;

    PostsResource(BatchReception batches) {
        this.batches = batches;
    }

    @POST
    @Operation(
            summary = "Submit a post",
            description =
                    "Its id is derived: from its URL where one is said, else from the Idempotency-Key, else from its"
                            + " bytes. So a retry makes no second post. What the body doesn't say can be said in query parameters.")
    @Parameter(name = "url", in = ParameterIn.QUERY, ref = "url")
    @Parameter(name = "title", in = ParameterIn.QUERY, ref = "title")
    @Parameter(name = "author", in = ParameterIn.QUERY, ref = "author")
    @Parameter(name = "published", in = ParameterIn.QUERY, ref = "published")
    @Parameter(name = "language", in = ParameterIn.QUERY, ref = "language")
    @Parameter(name = "tag", in = ParameterIn.QUERY, ref = "tag")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, ref = "idempotency-key")
    @Parameter(name = "traceparent", in = ParameterIn.HEADER, ref = "traceparent")
    @RequestBody(ref = "post")
    @APIResponse(responseCode = "202", ref = "accepted")
    @APIResponse(responseCode = "400", ref = "bad-request")
    @APIResponse(responseCode = "408", ref = "body-timeout")
    @APIResponse(responseCode = "413", ref = "body-too-large")
    @APIResponse(responseCode = "415", ref = "unsupported-media-type")
    @APIResponse(responseCode = "422", ref = "invalid-field")
    @APIResponse(responseCode = "503", ref = "unavailable")
    public Receipted submit() {
        throw new NotFoundException();
    }

    @POST
    @Path("/batch")
    @Produces(VerdictStream.MEDIA_TYPE)
    @Operation(
            summary = "Submit many posts",
            description =
                    "One envelope a line, any number of lines. Streamed both ways: a line is sent to the broker as soon as it"
                            + " has arrived, and its verdict goes out, in the order of the lines, as soon as the broker has"
                            + " acknowledged it. What is wrong with one line concerns no other. Lines end with LF or CRLF;"
                            + " blank lines are passed over. Read the verdicts while you send: where very many of them are"
                            + " left unread, no more lines are read. A batch that comes in at less than 256 bytes a second for"
                            + " long ends with body-timeout, one that is packed more than a thousandfold with body-too-large.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, ref = "idempotency-key")
    @Parameter(name = "traceparent", in = ParameterIn.HEADER, ref = "traceparent")
    @RequestBody(
            required = true,
            description = "A line is at most as long as a post may be; the body has no bound.",
            content =
                    @Content(
                            mediaType = VerdictStream.MEDIA_TYPE,
                            schema = @Schema(implementation = EnvelopeSchema.class),
                            example = ApiExamples.BATCH))
    @APIResponse(
            responseCode = "200",
            description =
                    "A verdict for each line. Where the body breaks in the middle, the last verdict says so, under the line"
                            + " that was to come.",
            content =
                    @Content(
                            mediaType = VerdictStream.MEDIA_TYPE,
                            schema = @Schema(implementation = LineVerdict.class),
                            example = ApiExamples.VERDICTS))
    @APIResponse(responseCode = "400", ref = "bad-request")
    @APIResponse(responseCode = "408", ref = "body-timeout")
    @APIResponse(responseCode = "415", ref = "unsupported-media-type")
    @APIResponse(responseCode = "422", ref = "invalid-field")
    @APIResponse(
            responseCode = "429",
            description =
                    "rate-limited: this caller has as many batches under way as it may; send it when one has ended")
    @APIResponse(responseCode = "503", ref = "unavailable")
    public CompletionStage<RestResponse<Void>> submitBatch(@Context RoutingContext call) {
        return batches.take(call);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Submit a post under your own id", description = "A post of that id is replaced.")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            schema = @Schema(pattern = "^[A-Za-z0-9._~-]{1,128}$"),
            example = "night-ferry")
    @Parameter(name = "url", in = ParameterIn.QUERY, ref = "url")
    @Parameter(name = "title", in = ParameterIn.QUERY, ref = "title")
    @Parameter(name = "author", in = ParameterIn.QUERY, ref = "author")
    @Parameter(name = "published", in = ParameterIn.QUERY, ref = "published")
    @Parameter(name = "language", in = ParameterIn.QUERY, ref = "language")
    @Parameter(name = "tag", in = ParameterIn.QUERY, ref = "tag")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, ref = "idempotency-key")
    @Parameter(name = "traceparent", in = ParameterIn.HEADER, ref = "traceparent")
    @RequestBody(ref = "post")
    @APIResponse(responseCode = "202", ref = "accepted")
    @APIResponse(responseCode = "400", ref = "bad-request")
    @APIResponse(responseCode = "408", ref = "body-timeout")
    @APIResponse(responseCode = "413", ref = "body-too-large")
    @APIResponse(responseCode = "415", ref = "unsupported-media-type")
    @APIResponse(responseCode = "422", ref = "invalid-field")
    @APIResponse(responseCode = "503", ref = "unavailable")
    public Receipted replace(@RestPath String id) {
        throw new NotFoundException();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Erase a post",
            description =
                    "Asks for it; the receipt tells when it is done. A post that is not there is erased all the same.")
    @Parameter(name = "id", in = ParameterIn.PATH, schema = @Schema(pattern = "^[A-Za-z0-9._~-]{1,128}$"))
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, ref = "idempotency-key")
    @Parameter(name = "traceparent", in = ParameterIn.HEADER, ref = "traceparent")
    @APIResponse(responseCode = "202", ref = "accepted")
    @APIResponse(responseCode = "400", ref = "bad-request")
    @APIResponse(responseCode = "503", ref = "unavailable")
    public Receipted erase(@RestPath String id) {
        throw new NotFoundException();
    }
}
