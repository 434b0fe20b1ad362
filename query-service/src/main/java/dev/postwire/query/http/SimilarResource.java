package dev.postwire.query.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.platform.http.Problem;
import dev.postwire.query.index.PostIndex;
import dev.postwire.query.index.SimilarPosts;
import dev.postwire.query.index.SimilarPosts.Similar;
import dev.postwire.query.post.DocumentJson;
import dev.postwire.query.store.Posts;
import dev.postwire.query.store.Posts.Listed;
import dev.postwire.query.store.StoredPost;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Posts about the same as one. */
@Path("/v1/posts/{id}/similar")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Posts")
public class SimilarResource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 50;

    private final Posts posts;
    private final PostIndex index;
    private final SimilarPosts similar;

    SimilarResource(Posts posts, PostIndex index, SimilarPosts similar) {
        this.index = index;
        this.posts = posts;
        this.similar = similar;
    }

    @GET
    @Operation(
            summary = "Find similar posts",
            description =
                    "Posts about the same, the most similar first, each with the reason in because: the words they share that"
                            + " are rare elsewhere, most telling first, and the tags and entities they share. The post itself and"
                            + " its copies are left out; for those see story.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "SimilarPosts")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(
            responseCode = "404",
            description = "post-unknown: there is no post of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response list(
            @RestPath @Parameter(example = "4sxpzggyohv2ickvqokbfjbeid7p3nh7") String id,
            @RestQuery @Parameter(description = "Posts, 1 to 50. 20 if not given.", example = "5") String limit) {
        String known = Inputs.id(id);
        int most = Inputs.limit(limit, MOST);
        StoredPost post =
                posts.post(known).orElseThrow(() -> QueryProblems.postUnknown("There is no post of this id."));
        List<Similar> found = similar.similar(known, post.document(), post.bodies(), most);
        JsonNode document = document(post.document());
        var listed = posts.listed(found.stream().map(Similar::id).toList(), index.shown()).stream()
                .collect(Collectors.toMap(Listed::id, Function.identity()));
        StringBuilder json = new StringBuilder("{\"posts\":[");
        String comma = "";
        for (Similar one : found) {
            // Erased since the index was asked.
            if (!listed.containsKey(one.id())) continue;
            json.append(comma).append(json(one, listed.get(one.id()), document));
            comma = ",";
        }
        return Response.ok(json.append("]}").toString()).build();
    }

    private static String json(Similar similar, Listed post, JsonNode asked) {
        String whole = DocumentJson.of(post.document(), "", post.revision(), post.storedAt());
        JsonNode document = document(post.document());
        return whole.substring(0, whole.length() - 1)
                + ",\"because\":{\"score\":" + String.format(Locale.ROOT, "%.3f", similar.score())
                + ",\"words\":" + strings(similar.words())
                + ",\"tags\":" + strings(shared(asked, document, "tags", "slug"))
                + ",\"entities\":" + strings(shared(asked, document, "entities", "name"))
                + "}}";
    }

    private static List<String> shared(JsonNode one, JsonNode other, String list, String field) {
        Set<String> both = names(one, list, field);
        both.retainAll(names(other, list, field));
        return new ArrayList<>(both);
    }

    private static Set<String> names(JsonNode post, String list, String field) {
        Set<String> names = new LinkedHashSet<>();
        post.path(list).forEach(item -> names.add(item.path(field).asText()));
        return names;
    }

    private static String strings(List<String> all) {
        return all.stream()
                .map(text -> "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static JsonNode document(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored post is not the JSON it was written as", e);
        }
    }
}
