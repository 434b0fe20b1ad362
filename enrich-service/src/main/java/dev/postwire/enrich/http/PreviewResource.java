package dev.postwire.enrich.http;

import dev.postwire.enrich.EnrichConfig;
import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.RawPost;
import dev.postwire.enrich.post.Reason;
import dev.postwire.enrich.post.Trace;
import dev.postwire.platform.coding.CodingProblems;
import dev.postwire.platform.coding.ContentCoding;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** What enriching a post would give, and why; nothing is published and nothing is kept. */
@Path("/v1/preview")
public final class PreviewResource {
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(30);
    private static final long UNDECLARED = -1;

    private final Enricher enricher;
    private final PreviewBodies bodies;

    PreviewResource(Enricher enricher, EnrichConfig config) {
        this.enricher = enricher;
        this.bodies = new PreviewBodies(config.maxPreviewSize().asLongValue(), BODY_PATIENCE);
    }

    /** The document, and what each step did to get there. */
    public record Preview(EnrichedPost post, List<Trace.Step> trace) {}

    @POST
    @Blocking
    @Consumes({"text/markdown", "text/html", "text/plain", "application/json"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Try a post",
            description =
                    "Takes what POST /v1/posts of the ingest service takes and answers the enriched post with a trace of"
                            + " the steps. Nothing is published.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/markdown",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)))
    @APIResponse(responseCode = "200", description = "The post as it would be published, and the steps")
    @APIResponse(
            responseCode = "400",
            description = "The body is empty, its envelope malformed, or it is not what its Content-Encoding says")
    @APIResponse(responseCode = "413", description = "The body is larger than a preview takes")
    @APIResponse(responseCode = "415", description = "The media type or the Content-Encoding is not taken")
    @APIResponse(responseCode = "422", description = "The post cannot be read; it would be rejected with this reason")
    @APIResponse(responseCode = "408", description = "The body did not arrive in time")
    @APIResponse(
            responseCode = "503",
            description = "Too many previews are under way; Retry-After says when to come again")
    public Preview preview(
            InputStream body,
            @HeaderParam("Content-Type") String contentType,
            @Parameter(hidden = true) @HeaderParam("Content-Length") Long length,
            @Context RoutingContext call,
            @RestQuery String url,
            @RestQuery String title,
            @RestQuery List<String> author,
            @RestQuery String published,
            @RestQuery String language,
            @RestQuery List<String> tag) {
        if (contentType == null) {
            throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The Content-Type header is missing.")
                    .exception();
        }
        List<Claim> claims = new ArrayList<>();
        say(claims, Field.URL, "url", url == null ? List.of() : List.of(url));
        say(claims, Field.TITLE, "title", title == null ? List.of() : List.of(title));
        say(claims, Field.AUTHOR, "author", author);
        say(claims, Field.PUBLISHED, "published", published == null ? List.of() : List.of(published));
        say(claims, Field.LANGUAGE, "language", language == null ? List.of() : List.of(language));
        say(claims, Field.TAG, "tag", tag);
        InputStream arriving = Objects.requireNonNullElseGet(body, InputStream::nullInputStream);
        return bodies.read(
                arriving,
                length == null ? UNDECLARED : length,
                coding(call),
                bytes -> preview(bytes, contentType, claims));
    }

    private static ContentCoding coding(RoutingContext call) {
        List<String> named = call.request().headers().getAll(HttpHeaders.CONTENT_ENCODING);
        return ContentCoding.of(String.join(",", named)).orElseThrow(() -> {
            call.response().putHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.NAMES);
            return CodingProblems.unknown();
        });
    }

    private Preview preview(byte[] body, String contentType, List<Claim> claims) {
        if (body.length == 0)
            throw Problem.of(ProblemCode.EMPTY_BODY, "There is nothing to preview.")
                    .exception();
        RawPost raw = new RawPost(
                "preview",
                UUID.randomUUID().toString(),
                new RawPost.Origin(0, 0, Instant.now()),
                contentType,
                body,
                claims);
        Trace trace = new Trace();
        Outcome outcome = enricher.enrich(raw, trace);
        if (outcome instanceof Outcome.Rejected rejected)
            throw problem(rejected).exception();
        return new Preview(((Outcome.Enriched) outcome).post(), trace.steps());
    }

    private static void say(List<Claim> claims, Field field, String name, List<String> values) {
        for (String value : values) {
            if (!value.isBlank()) claims.add(new Claim(field, value, Claim.Source.REQUEST, name));
        }
    }

    private static Problem problem(Outcome.Rejected rejected) {
        ProblemCode code = rejected.reason() == Reason.MALFORMED_ENVELOPE
                ? ProblemCode.MALFORMED_ENVELOPE
                : ProblemCode.UNREADABLE;
        return Problem.of(code, rejected.reason().code() + ": " + rejected.detail() + ".");
    }
}
