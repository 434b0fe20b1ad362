package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.query.index.PostCounts;
import dev.postwire.query.index.PostCounts.Tags;
import dev.postwire.query.index.PostSearch;
import dev.postwire.query.index.PostSearch.Answered;
import dev.postwire.query.post.Slug;
import dev.postwire.query.post.StorableText;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The tags there are. */
@Path("/v1/tags")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tags")
public class TagResource {
    /** Tags are small: a page may hold more of them than of posts. */
    private static final int MOST_TAGS = 1_000;

    private static final int NEIGHBOURS = 20;

    private final PostCounts counts;
    private final PostSearch search;

    TagResource(PostCounts counts, PostSearch search) {
        this.counts = counts;
        this.search = search;
    }

    @GET
    @Operation(
            summary = "List tags",
            description =
                    "The most used first, equals by slug. Takes the filters of GET /v1/posts. Exact up to 200000 posts,"
                            + " estimated beyond. All pages are of one count, which is kept for some minutes; where it is not, notes"
                            + " says so.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TagList.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response list(
            @BeanParam FilterParameters filters,
            @RestQuery @Parameter(description = "What the slug begins with.", example = "py") String prefix,
            @RestQuery @Parameter(description = "Tags a page, 1 to 1000. 20 if not given.", example = "20")
                    String limit,
            @RestQuery @Parameter(description = "next of the page before, with the same query.") String cursor,
            HttpServerRequest request) {
        PostQuery query = filters.query();
        String begin = Inputs.given(prefix)
                .map(typed -> Slug.of(StorableText.of(typed)))
                .orElse("");
        String identity = "tags " + begin + " " + query.identity();
        int most = Inputs.limit(limit, MOST_TAGS);
        Optional<Cursor> after = Inputs.cursor(cursor, identity);
        Answered answered = search.answered(query);
        Tags page = counts.tags(answered.query(), begin, after, most);
        Optional<String> next = page.next().map(place -> place.write(identity));
        return NextPage.link(Response.ok(TagList.of(page, next, answered.notes())), request, next)
                .build();
    }

    @GET
    @Path("/{slug}")
    @Operation(
            summary = "Read a tag and its neighbours",
            description =
                    "Those tags first that stand beside it more often than chance would have it, and often. Takes the"
                            + " filters of GET /v1/posts: everything is counted among the posts they let through.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CountJson.TagAndNeighbours.class)))
    @APIResponse(
            responseCode = "404",
            description = "tag-unknown: no post has it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public CountJson.TagAndNeighbours tag(
            @RestPath @Parameter(description = "Slug or label.", example = "python") String slug,
            @BeanParam FilterParameters filters,
            @RestQuery @Parameter(description = "Neighbours, 1 to 100. 20 if not given.") String limit) {
        int most = Inputs.given(limit).isPresent() ? Inputs.limit(limit, Inputs.MOST_ITEMS) : NEIGHBOURS;
        String wanted = Slug.of(StorableText.of(slug));
        PostQuery query = filters.query();
        Answered answered = search.answered(query.withTag(wanted));
        // All is counted within the query, of which the tag is no part.
        return counts.neighbours(query.withWords(answered.query().words()), wanted, most)
                .map(there -> CountJson.TagAndNeighbours.of(there, answered.notes()))
                .orElseThrow(() -> Problem.of(ProblemCode.TAG_UNKNOWN, "No post has the tag.")
                        .exception());
    }
}
