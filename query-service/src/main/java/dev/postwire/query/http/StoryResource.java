package dev.postwire.query.http;

import dev.postwire.query.post.DocumentJson;
import dev.postwire.query.store.Posts.Listed;
import dev.postwire.query.store.Stories;
import dev.postwire.query.store.Stories.Story;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The copies of a post. */
@Path("/v1/posts/{id}/story")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Posts")
public class StoryResource {
    private final Stories stories;

    StoryResource(Stories stories) {
        this.stories = stories;
    }

    @GET
    @Operation(
            summary = "Read the copies of a post",
            description =
                    "All posts that tell the same nearly word for word, this one included: the best first, whose id is the"
                            + " story's. That is the earliest of those that are not much shorter than the longest. A post without"
                            + " copies is alone; copies are found some moments after a post is stored.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Story")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(
            responseCode = "404",
            description = "post-unknown: there is no post of this id.",
            content =
                    @Content(
                            mediaType = dev.postwire.platform.http.Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = dev.postwire.platform.http.Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response read(@RestPath @Parameter(example = "4sxpzggyohv2ickvqokbfjbeid7p3nh7") String id) {
        Story story = stories.story(Inputs.id(id))
                .orElseThrow(() -> QueryProblems.postUnknown("There is no post of this id."));
        return Response.ok(json(story)).build();
    }

    /** Put together from stored text, as all JSON of posts is. */
    private static String json(Story story) {
        StringBuilder json = new StringBuilder("{\"story\":\"")
                .append(story.id())
                .append("\",\"total\":")
                .append(story.total())
                .append(",\"posts\":[");
        String comma = "";
        for (Listed post : story.posts()) {
            json.append(comma).append(DocumentJson.of(post.document(), "", post.revision(), post.storedAt()));
            comma = ",";
        }
        return json.append("]}").toString();
    }
}
