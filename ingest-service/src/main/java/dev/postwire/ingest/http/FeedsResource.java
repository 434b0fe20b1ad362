package dev.postwire.ingest.http;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Feeds come in, and each of their entries is a post. Runs on the event loop and takes no body, as the calls for posts do. */
@Path("/v1/feeds")
@Produces(VerdictStream.MEDIA_TYPE)
@NonBlocking
@Tag(name = "posts")
public final class FeedsResource {
    private final FeedReception feeds;

    FeedsResource(FeedReception feeds) {
        this.feeds = feeds;
    }

    @POST
    @Operation(
            summary = "Submit the entries of a feed",
            description =
                    "Atom 1.0 and 0.3, RSS 0.9x, 1.0 and 2.0, CDF, JSON Feed 1.0 and 1.1; which one is seen from the body. Each"
                            + " entry becomes an envelope under an id derived from the entry's own id, else from its link, so"
                            + " posting a feed again makes no second post. What an entry does not say of authors, language"
                            + " and base address is taken from its feed. A feed that is not well-formed is refused as a whole,"
                            + " with the place; names of characters that nobody declared, ampersands that stand for"
                            + " themselves, prefixes without a namespace and control characters are taken all the same."
                            + " Nothing a feed names is ever fetched.")
    @Parameter(
            name = "url",
            in = ParameterIn.QUERY,
            description =
                    "Where the feed stands, which its relative links are seen from; else Content-Location. Ids that are"
                            + " unique within the feed only are kept apart by it.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2048),
            example = "https://blog.example/feed.xml")
    @Parameter(name = "language", in = ParameterIn.QUERY, ref = "language")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, ref = "idempotency-key")
    @Parameter(name = "traceparent", in = ParameterIn.HEADER, ref = "traceparent")
    @RequestBody(
            required = true,
            description = "The feed, at most 8 MiB, unless the operator says otherwise.",
            content = {
                @Content(
                        mediaType = "application/atom+xml",
                        schema = @Schema(type = SchemaType.STRING),
                        example = ApiExamples.ATOM),
                @Content(mediaType = "application/rss+xml", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/xml", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/feed+json", schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(
            responseCode = "200",
            description = "A verdict for each entry, in their order; line is the number of the entry.",
            content =
                    @Content(
                            mediaType = VerdictStream.MEDIA_TYPE,
                            schema = @Schema(implementation = LineVerdict.class),
                            example = ApiExamples.FEED_VERDICTS))
    @APIResponse(responseCode = "400", ref = "bad-request")
    @APIResponse(responseCode = "408", ref = "body-timeout")
    @APIResponse(responseCode = "413", ref = "body-too-large")
    @APIResponse(responseCode = "415", ref = "unsupported-media-type")
    @APIResponse(responseCode = "422", ref = "invalid-field")
    @APIResponse(responseCode = "503", ref = "unavailable")
    public CompletionStage<RestResponse<Void>> submit(@Context RoutingContext call, @Context SecurityContext security) {
        return feeds.take(call, security);
    }
}
