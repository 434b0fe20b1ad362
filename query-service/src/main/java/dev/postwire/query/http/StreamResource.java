package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.query.follow.ChangeCursor;
import dev.postwire.query.search.MalformedQuery;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.store.Changes;
import dev.postwire.query.stream.Streams;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Any query, live. */
@Path("/v1/stream")
@Blocking
@Tag(name = "Following")
public class StreamResource {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Streams streams;
    private final Changes changes;

    StreamResource(Streams streams, Changes changes) {
        this.streams = streams;
        this.changes = changes;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow a query live",
            description =
                    "Server-Sent Events: post (a post that answers the query was stored, new or changed; data is the post as"
                            + " lists give it), erased (data is {\"id\"}; whatever the query), goodbye (the last one: data is"
                            + " {\"reason\",\"since\"}; a reader that is too slow, a restart). Each id is a cursor of /v1/changes. A"
                            + " client that comes again with Last-Event-ID, as EventSource does by itself, misses nothing. All words of"
                            + " q must be in a post, but for those that say nothing, for a stream has no order in which a better match"
                            + " could come first.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(
            responseCode = "410",
            description = "cursor-expired: the cursor is from before a reset of the database. Begin anew without it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public void stream(
            @BeanParam FilterParameters filters,
            @RestQuery
                    @Parameter(
                            description = "Where to begin, as Last-Event-ID, which comes before it. Now if not given.",
                            example = "5f0c9a1b77de-1742")
                    String since,
            @RestHeader(LAST_EVENT_ID) @Parameter(description = "The id of the last event you have.")
                    String lastEventId,
            HttpServerRequest request,
            // Never resumed: what is written goes past the framework, straight to the connection.
            @Suspended AsyncResponse ours) {
        PostQuery query = filters.query();
        streams.mustHaveRoom();
        streams.open(request, from(Inputs.given(lastEventId).or(() -> Inputs.given(since))), query);
    }

    @HEAD
    @Operation(hidden = true)
    public Response head(@BeanParam FilterParameters filters, @RestQuery String since) {
        filters.query();
        return Response.ok().type(MediaType.SERVER_SENT_EVENTS).build();
    }

    private ChangeCursor from(Optional<String> given) {
        if (given.isEmpty()) return changes.now();
        try {
            ChangeCursor from = ChangeCursor.parse("since", given.get());
            // Thousands who come again at once, as after a restart, ask the database nothing.
            if (!streams.knows(from)) Changes.mustBeOurs(from, changes.now());
            return from;
        } catch (MalformedQuery e) {
            throw QueryProblems.malformedCursor(e);
        }
    }
}
