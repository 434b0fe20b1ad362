package dev.postwire.query.http;

import dev.postwire.query.post.StorableText;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.store.Page;
import dev.postwire.query.store.Rejections;
import dev.postwire.query.store.StoredRejection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Dead letters, with the reason of each. */
@Path("/v1/rejections")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rejections")
public class RejectionResource {
    private final Rejections rejections;

    RejectionResource(Rejections rejections) {
        this.rejections = rejections;
    }

    @GET
    @Operation(summary = "List what was rejected", description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RejectionList.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response list(
            @RestQuery @Parameter(description = "Only of this reason.", example = "not-text") String reason,
            @RestQuery @Parameter(description = "Rejections a page, 1 to 100. 20 if not given.", example = "20")
                    String limit,
            @RestQuery @Parameter(description = "next of the page before, with the same reason.") String cursor,
            HttpServerRequest request) {
        Optional<String> only = Inputs.given(reason).map(StorableText::of);
        String query = "rejections " + only;
        int most = Inputs.limit(limit, Inputs.MOST_ITEMS);
        Optional<Cursor> after = Inputs.cursor(cursor, query);
        Page<StoredRejection> page = rejections.page(only, after, most);
        Optional<String> next = page.next().map(place -> place.write(query));
        RejectionList list = new RejectionList(
                page.items().stream().map(RejectionList.Rejection::of).toList(), next.orElse(null));
        return NextPage.link(Response.ok(list), request, next).build();
    }
}
