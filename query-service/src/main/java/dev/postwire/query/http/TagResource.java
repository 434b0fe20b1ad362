package dev.postwire.query.http;

import dev.postwire.query.post.Slug;
import dev.postwire.query.post.StorableText;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.store.Page;
import dev.postwire.query.store.Tags;
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

/** The tags there are. */
@Path("/v1/tags")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tags")
public class TagResource {
    /** Tags are small: a page may hold more of them than of posts. */
    private static final int MOST_TAGS = 1_000;

    private final Tags tags;

    TagResource(Tags tags) {
        this.tags = tags;
    }

    @GET
    @Operation(summary = "List tags", description = "The most used first, equals by slug.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TagList.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response list(
            @RestQuery @Parameter(description = "What the slug begins with.", example = "py") String prefix,
            @RestQuery @Parameter(description = "Tags a page, 1 to 1000. 20 if not given.", example = "20")
                    String limit,
            @RestQuery @Parameter(description = "next of the page before, with the same prefix.") String cursor,
            HttpServerRequest request) {
        Optional<String> begin = Inputs.given(prefix)
                .map(typed -> Slug.of(StorableText.of(typed)))
                .filter(slug -> !slug.isEmpty());
        String query = "tags " + begin;
        int most = Inputs.limit(limit, MOST_TAGS);
        Optional<Cursor> after = Inputs.cursor(cursor, query);
        Page<Tags.Tag> page = tags.page(begin, after, most);
        Optional<String> next = page.next().map(place -> place.write(query));
        TagList list = new TagList(
                page.items().stream()
                        .map(tag -> new TagList.Tag(tag.slug(), tag.label(), tag.posts()))
                        .toList(),
                next.orElse(null));
        return NextPage.link(Response.ok(list), request, next).build();
    }
}
