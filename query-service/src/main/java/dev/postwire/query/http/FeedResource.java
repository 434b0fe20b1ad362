package dev.postwire.query.http;

import dev.postwire.query.feed.AtomWriter;
import dev.postwire.query.feed.Feed;
import dev.postwire.query.feed.JsonFeedWriter;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Any query, for feed readers. */
@Path("/v1")
@Blocking
@Tag(name = "Following")
public class FeedResource {
    private final FeedPages pages;

    FeedResource(FeedPages pages) {
        this.pages = pages;
    }

    @GET
    @Path("/feed.atom")
    @Produces(AtomWriter.MEDIA_TYPE)
    @Operation(
            summary = "Subscribe to a query by Atom",
            description =
                    "RFC 4287, with the links of RFC 5005 to older pages. The last received first unless sort says otherwise, at"
                            + " most 50 posts a page. An entry is updated when its post was posted again, not when it was enriched"
                            + " anew.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = AtomWriter.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "What you have is good.")
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response atom(
            @BeanParam PageParameters parameters, HttpServerRequest request, @Context HttpHeaders headers) {
        return answer(parameters, request, headers, AtomWriter.MEDIA_TYPE, AtomWriter::write);
    }

    @GET
    @Path("/feed.json")
    @Produces(JsonFeedWriter.MEDIA_TYPE)
    @Operation(
            summary = "Subscribe to a query by JSON Feed",
            description = "JSON Feed 1.1; next_url leads to older pages. Otherwise as the Atom feed.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JsonFeedWriter.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "What you have is good.")
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response json(
            @BeanParam PageParameters parameters, HttpServerRequest request, @Context HttpHeaders headers) {
        return answer(parameters, request, headers, JsonFeedWriter.MEDIA_TYPE, JsonFeedWriter::write);
    }

    private Response answer(
            PageParameters parameters,
            HttpServerRequest request,
            HttpHeaders headers,
            String mediaType,
            Function<Feed, String> writer) {
        FeedPages.Page page = pages.page(parameters, request);
        Validators validators = page.validators();
        if (validators.areGood(headers)) {
            return links(validators.onto(Response.notModified()), request).build();
        }
        String body = writer.apply(pages.feed(page, request));
        return links(validators.onto(Response.ok(body)).type(mediaType + ";charset=UTF-8"), request)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** As WebSub asks, where there is a hub: who subscribes need not read the feed to find it. */
    private Response.ResponseBuilder links(Response.ResponseBuilder answer, HttpServerRequest request) {
        pages.hub().ifPresent(hub -> answer.header(HttpHeaders.LINK, "<" + hub + ">; rel=\"hub\"")
                .header(HttpHeaders.LINK, "<" + Address.self(request) + ">; rel=\"self\""));
        return answer;
    }
}
