package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.Problem.FieldError;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.QueryConfig;
import dev.postwire.query.http.PostLists.PostList;
import dev.postwire.query.receipt.ReceiptState;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.store.Arrivals;
import dev.postwire.query.store.Posts;
import dev.postwire.query.store.StoredPost;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Posts: one by its id, or those that answer a query. */
@Path("/v1/posts")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Posts")
public class PostResource {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final Posts posts;
    private final PostLists lists;
    private final Settling settling;
    private final Arrivals arrivals;
    private final Duration longest;

    PostResource(Posts posts, PostLists lists, Settling settling, Arrivals arrivals, QueryConfig config) {
        this.posts = posts;
        this.lists = lists;
        this.settling = settling;
        this.arrivals = arrivals;
        this.longest = config.waiting().longest();
    }

    @GET
    @Operation(
            summary = "Find posts",
            description =
                    "Each post of the list is the whole event, as GET /v1/posts/{id} gives it, but for html, markdown and"
                            + " text. Pages stay in place while posts come in: follow next, or the Link header.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PostList")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response list(@BeanParam PostParameters parameters, HttpServerRequest request) {
        PostQuery query = parameters.query();
        int limit = Inputs.limit(parameters.limit, Inputs.MOST_ITEMS);
        Optional<Cursor> after = Inputs.cursor(parameters.cursor, query.identity());
        PostList list = lists.page(query, after, limit, parameters.extras());
        Optional<String> next = list.found().next().map(cursor -> cursor.write(query.identity()));
        return NextPage.link(Response.ok(PostJson.list(list, next)), request, next)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a post",
            description =
                    "With receipt, the post as of that submission or later: the call waits until it is stored, so that a"
                            + " publisher reads what it wrote. With wait alone, until there is a post under the id. The ETag changes"
                            + " with every revision.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Post")))
    @APIResponse(responseCode = "304", description = "What you have is good.")
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(
            responseCode = "404",
            description =
                    "post-unknown: there is none; or not yet, which Retry-After tells; or the submission of the receipt was"
                            + " rejected, with the reason in errors; or it was erased. receipt-unknown: no such receipt of this post.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Uni<Response> read(
            @RestPath @Parameter(example = "4sxpzggyohv2ickvqokbfjbeid7p3nh7") String id,
            @RestQuery
                    @Parameter(
                            description = "The receipt of a submission of this post, from the intake's answer.",
                            example = "3-1742")
                    String receipt,
            @RestQuery @Parameter(description = "How long to wait: 500ms, 10s, 1m. At most 60s.", example = "10s")
                    String wait,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Parameter(hidden = true) String ifNoneMatch) {
        String known = Inputs.id(id);
        Duration time = Inputs.wait(wait, longest);
        Optional<Receipt> submission = Inputs.given(receipt).map(Inputs::receipt);
        if (submission.isPresent()) {
            return settling.state(submission.get(), time)
                    .invoke(state -> mustBeReadable(known, submission.get(), state))
                    .map(state -> answer(known, Optional.ofNullable(ifNoneMatch)));
        }
        Uni<Boolean> there = time.isZero()
                ? Uni.createFrom().item(true)
                : Uni.createFrom()
                        .completionStage(() -> arrivals.stored(known, time))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .replaceWith(true);
        return there.map(ignored -> answer(known, Optional.ofNullable(ifNoneMatch)));
    }

    private static void mustBeReadable(String id, Receipt receipt, ReceiptState state) {
        String of = "The submission " + receipt;
        if (state instanceof ReceiptState.Stored stored) mustBeOf(id, stored.id(), receipt);
        if (state instanceof ReceiptState.Accepted) {
            throw Problem.retryable(ProblemCode.POST_UNKNOWN, of + " is not stored yet.", COME_BACK)
                    .exception();
        }
        if (state instanceof ReceiptState.Erased erased) {
            mustBeOf(id, erased.id(), receipt);
            throw QueryProblems.postUnknown(of + " was erased.");
        }
        if (state instanceof ReceiptState.Rejected rejected) {
            mustBeOf(id, rejected.id(), receipt);
            throw Problem.of(
                            ProblemCode.POST_UNKNOWN,
                            of + " was rejected: " + rejected.reason() + ".",
                            List.of(FieldError.of("receipt", rejected.reason() + ": " + rejected.detail())))
                    .exception();
        }
    }

    private static void mustBeOf(String asked, String actual, Receipt receipt) {
        if (asked.equals(actual)) return;
        throw Problem.of(ProblemCode.RECEIPT_UNKNOWN, "The receipt " + receipt + " is of another post.")
                .exception();
    }

    private Response answer(String id, Optional<String> ifNoneMatch) {
        if (ifNoneMatch.isPresent()) {
            Optional<Response> same = posts.stamp(id)
                    .map(stamp -> tag(stamp.revision(), stamp.storedAt()))
                    .filter(tag -> matches(ifNoneMatch.get(), tag))
                    .map(tag ->
                            Response.notModified().header(HttpHeaders.ETAG, tag).build());
            if (same.isPresent()) return same.get();
        }
        StoredPost post = posts.post(id).orElseThrow(() -> QueryProblems.postUnknown("There is no post of this id."));
        return Response.ok(PostJson.whole(post))
                .header(HttpHeaders.ETAG, tag(post.revision(), post.storedAt()))
                // Keep it, and ask each time whether it is still good.
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /** By the revision; and by the time, for a post that was erased and posted again begins at revision 1 again. */
    private static String tag(int revision, Instant storedAt) {
        long micros = storedAt.getEpochSecond() * 1_000_000 + storedAt.getNano() / 1_000;
        // Weak, for the same revision may be sent compressed or not.
        return "W/\"" + revision + "-" + Long.toString(micros, Character.MAX_RADIX) + "\"";
    }

    /** Weak comparison, as RFC 9110 asks for If-None-Match. */
    private static boolean matches(String header, String tag) {
        String opaque = tag.substring("W/".length());
        for (String one : header.split(",")) {
            String candidate = one.strip();
            if (candidate.equals("*") || candidate.equals(tag) || candidate.equals(opaque)) return true;
        }
        return false;
    }
}
