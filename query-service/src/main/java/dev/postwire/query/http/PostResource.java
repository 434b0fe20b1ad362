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
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
    private final PostAnswer answer;
    private final Duration longest;

    PostResource(
            Posts posts, PostLists lists, Settling settling, Arrivals arrivals, PostAnswer answer, QueryConfig config) {
        this.answer = answer;
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
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, "text/markdown", MediaType.TEXT_PLAIN})
    @Operation(
            summary = "Read a post",
            description =
                    "With receipt, the post as of that submission or later: the call waits until it is stored, so that a"
                            + " publisher reads what it wrote. With wait alone, until there is a post under the id. The ETag changes"
                            + " with every revision. Accept chooses the form: JSON, a page of HTML, Markdown or plain text.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Post")),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/markdown", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "What you have is good.")
    @APIResponse(
            responseCode = "406",
            description = "not-acceptable: the post can be had in none of the media types of Accept.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
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
            @Context HttpHeaders request) {
        String known = Inputs.id(id);
        Duration time = Inputs.wait(wait, longest);
        Optional<Receipt> submission = Inputs.given(receipt).map(Inputs::receipt);
        if (submission.isPresent()) {
            return settling.state(submission.get(), time)
                    .invoke(state -> mustBeReadable(known, submission.get(), state))
                    .map(state -> answer.of(known, request));
        }
        Uni<Boolean> there = time.isZero()
                ? Uni.createFrom().item(true)
                : Uni.createFrom()
                        .completionStage(() -> arrivals.stored(known, time))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .replaceWith(true);
        return there.map(ignored -> answer.of(known, request));
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
}
