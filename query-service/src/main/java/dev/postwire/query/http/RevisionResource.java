package dev.postwire.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.query.http.RevisionList.Changed;
import dev.postwire.query.http.RevisionList.Revision;
import dev.postwire.query.revision.Difference;
import dev.postwire.query.store.ChangeEntry.Version;
import dev.postwire.query.store.Posts;
import dev.postwire.query.store.Revisions;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The versions of a post. */
@Path("/v1/posts/{id}/revisions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Posts")
public class RevisionResource {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String LIST_TAG = "-r";
    private static final String ONE_TAG = "-v";

    private final Revisions revisions;
    private final Posts posts;
    private final ObjectMapper json;

    RevisionResource(Revisions revisions, Posts posts, ObjectMapper json) {
        this.revisions = revisions;
        this.posts = posts;
        this.json = json;
    }

    /** A version taken apart, until the one before it was compared. */
    private record Read(Version version, ObjectNode event) {}

    @GET
    @Operation(
            summary = "See what changed",
            description =
                    "The versions of a post, the one that stands first, each with what differs from the version before: fields,"
                            + " tags, and the text by words. The last few are kept (postwire.revisions.kept), until the post is"
                            + " erased.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RevisionList.class)))
    @APIResponse(responseCode = "304", description = "What you have is good.")
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(
            responseCode = "404",
            description = "post-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response list(@RestPath String id, @Context HttpHeaders headers) {
        String known = Inputs.id(id);
        Posts.Stamp stamp = posts.stamp(known).orElseThrow(RevisionResource::unknownPost);
        Validators validators = Validators.post(stamp.revision(), stamp.storedAt(), LIST_TAG);
        if (validators.areGood(headers)) {
            return validators.onto(Response.notModified()).build();
        }
        List<Revision> list = new ArrayList<>();
        Read[] newer = new Read[1];
        revisions.each(known, version -> {
            Read older = new Read(version, event(version));
            if (newer[0] != null) list.add(view(known, newer[0], older, list.isEmpty()));
            newer[0] = older;
            return version.revision();
        });
        if (newer[0] == null) throw unknownPost();
        list.add(view(known, newer[0], null, list.isEmpty()));
        return validators.onto(Response.ok(new RevisionList(known, list))).build();
    }

    private static Revision view(String id, Read newer, Read older, boolean current) {
        Version version = newer.version();
        return new Revision(
                version.revision(),
                version.storedAt(),
                current,
                "/v1/posts/" + id + "/revisions/" + version.revision(),
                older == null ? null : Changed.of(Difference.between(older.event(), newer.event())));
    }

    @GET
    @Path("/{revision}")
    @Operation(summary = "Read a version", description = "The whole event as it stood then.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Post")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(
            responseCode = "404",
            description = "post-unknown; revision-unknown: it never was, or is no longer kept.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response one(
            @RestPath String id, @RestPath @Parameter(example = "1") String revision, @Context HttpHeaders headers) {
        String known = Inputs.id(id);
        if (!NUMBER.matcher(revision).matches()) throw unknownRevision();
        Version version = revisions
                .one(known, Integer.parseInt(revision))
                .orElseThrow(() -> posts.stamp(known).isPresent() ? unknownRevision() : unknownPost());
        Validators validators = Validators.post(version.revision(), version.storedAt(), ONE_TAG);
        Response.ResponseBuilder answer =
                validators.areGood(headers) ? Response.notModified() : Response.ok(version.json());
        return validators.onto(answer).build();
    }

    private ObjectNode event(Version version) {
        try {
            ObjectNode event = (ObjectNode) json.readTree(version.document());
            event.setAll((ObjectNode) json.readTree(version.bodies()));
            return event;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored post is no JSON", e);
        }
    }

    private static RuntimeException unknownPost() {
        return QueryProblems.postUnknown("There is no post of this id.");
    }

    private static RuntimeException unknownRevision() {
        return Problem.of(
                        ProblemCode.REVISION_UNKNOWN,
                        "It never was, or is no longer kept: GET /v1/posts/{id}/revisions lists those that are.")
                .exception();
    }
}
