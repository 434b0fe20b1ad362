package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.query.http.RejectionList.Rejection;
import dev.postwire.query.kafka.RedriveRequests;
import dev.postwire.query.post.StorableText;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.store.Page;
import dev.postwire.query.store.Rejections;
import dev.postwire.query.store.Rejections.Wanted;
import dev.postwire.query.store.StoredRejection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Dead letters, with the reason of each. */
@Path("/v1/rejections")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rejections")
public class RejectionResource {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Rejections rejections;
    private final RedriveRequests redrives;

    RejectionResource(Rejections rejections, RedriveRequests redrives) {
        this.rejections = rejections;
        this.redrives = redrives;
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
            @RestQuery @Parameter(description = "Only of the post of that id.") String id,
            @RestQuery @Parameter(description = "Rejections a page, 1 to 100. 20 if not given.", example = "20")
                    String limit,
            @RestQuery @Parameter(description = "next of the page before, with the same reason and id.") String cursor,
            HttpServerRequest request) {
        Optional<String> only = Inputs.given(reason).map(StorableText::of);
        Optional<String> post = Inputs.given(id).map(Inputs::id);
        String query = "rejections " + only + " " + post;
        int most = Inputs.limit(limit, Inputs.MOST_ITEMS);
        Optional<Cursor> after = Inputs.cursor(cursor, query);
        Page<StoredRejection> page = rejections.page(new Wanted(only, post), after, most);
        Optional<String> next = page.next().map(place -> place.write(query));
        RejectionList list =
                new RejectionList(page.items().stream().map(Rejection::of).toList(), next.orElse(null));
        return NextPage.link(Response.ok(list), request, next).build();
    }

    @GET
    @Path("/{number}")
    @Operation(
            summary = "Read a rejection and its history",
            description = "The attempts of a submission, the first one first.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RejectionList.History.class)))
    @APIResponse(
            responseCode = "404",
            description = "rejection-unknown: there is none of that number.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public RejectionList.History read(@RestPath @Parameter(example = "17") String number) {
        StoredRejection letter = rejection(number);
        return new RejectionList.History(
                Rejection.of(letter),
                rejections.history(letter).stream().map(Rejection::of).toList());
    }

    @POST
    @Path("/{number}/redrive")
    @Operation(
            summary = "Put a rejected post through again",
            description = "Its receipt tells what comes of it. A post that was replaced or erased since is left alone.")
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RejectionList.Redrive.class)))
    @APIResponse(
            responseCode = "404",
            description = "rejection-unknown: there is none of that number.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "not-redrivable: trying again cannot change it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response redrive(@RestPath @Parameter(example = "17") String number) {
        StoredRejection letter = rejection(number);
        redrives.ask(letter);
        String receipt = letter.receipt().orElseThrow();
        return Response.accepted(new RejectionList.Redrive(letter.number(), receipt))
                .header(HttpHeaders.LOCATION, "/v1/receipts/" + receipt)
                .build();
    }

    private StoredRejection rejection(String number) {
        // What is no number of ours is none that there is.
        Optional<StoredRejection> found =
                NUMBER.matcher(number).matches() ? rejections.rejection(Long.parseLong(number)) : Optional.empty();
        return found.orElseThrow(
                () -> Problem.of(ProblemCode.REJECTION_UNKNOWN, "Take the number from the list of rejections.")
                        .exception());
    }
}
