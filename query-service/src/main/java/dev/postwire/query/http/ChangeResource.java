package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.query.QueryConfig;
import dev.postwire.query.follow.ChangeCursor;
import dev.postwire.query.follow.Content;
import dev.postwire.query.search.MalformedQuery;
import dev.postwire.query.store.Arrivals;
import dev.postwire.query.store.Changes;
import dev.postwire.query.store.Changes.Slice;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Every change and deletion, for a copy that stays in sync. */
@Path("/v1/changes")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Following")
public class ChangeResource {
    private static final int MOST_CHANGES = 1_000;

    /** Asks for the place after the last change. */
    private static final String NOW = "now";

    private final Changes changes;
    private final Arrivals arrivals;
    private final Duration longest;

    ChangeResource(Changes changes, Arrivals arrivals, QueryConfig config) {
        this.changes = changes;
        this.arrivals = arrivals;
        this.longest = config.waiting().longest();
    }

    @GET
    @Operation(
            summary = "Follow every change",
            description =
                    "Posts and erasures in the order they were committed, each post once, where its last change stands. Begin"
                            + " without since, which gives the whole state, and ask again with next until changes is empty: then you"
                            + " have everything, and go on with wait. Nothing is ever skipped, whoever writes meanwhile; what comes"
                            + " twice (after a retry of yours) says the same twice. A page of large posts holds fewer than limit.")
    @APIResponse(
            responseCode = "200",
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "ChangeList")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(
            responseCode = "410",
            description = "cursor-expired: the cursor is from before a reset of the database. Begin anew without it.",
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Uni<Response> list(
            @RestQuery
                    @Parameter(
                            description = "next of the page before, or now. From the beginning if not given.",
                            example = "5f0c9a1b77de-1742")
                    String since,
            @RestQuery @Parameter(description = "Changes a page, 1 to 1000. 20 if not given.", example = "100")
                    String limit,
            @RestQuery
                    @Parameter(
                            description =
                                    "What comes of each post: whole (if not given), summary (no html, markdown, text) or ids.",
                            example = "summary")
                    String content,
            @RestQuery
                    @Parameter(
                            description = "How long to wait where there is nothing: 500ms, 10s, 1m. At most 60s.",
                            example = "30s")
                    String wait,
            HttpServerRequest request) {
        int most = Inputs.limit(limit, MOST_CHANGES);
        Content much = content(content);
        Duration time = Inputs.wait(wait, longest);
        ChangeCursor from = since(since);
        Slice slice = changes.after(from, most, much);
        if (!slice.entries().isEmpty() || time.isZero()) return Uni.createFrom().item(answer(slice, request));
        return Uni.createFrom()
                .completionStage(() -> arrivals.changed(from.number(), time))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(number -> answer(number.isPresent() ? changes.after(from, most, much) : slice, request));
    }

    private ChangeCursor since(String since) {
        try {
            if (Inputs.given(since).isEmpty()) return changes.beginning();
            return since.strip().equals(NOW) ? changes.now() : ChangeCursor.parse("since", since);
        } catch (MalformedQuery e) {
            throw QueryProblems.malformedCursor(e);
        }
    }

    private static Content content(String content) {
        try {
            return Inputs.given(content).isPresent() ? Content.parse(content) : Content.WHOLE;
        } catch (MalformedQuery e) {
            throw QueryProblems.malformed(e);
        }
    }

    private static Response answer(Slice slice, HttpServerRequest request) {
        String next = Address.at(request, "since", Optional.of(slice.next().toString()));
        return Response.ok(ChangeJson.list(slice))
                .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
