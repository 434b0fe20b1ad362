package dev.postwire.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.kafka.RawArchive;
import dev.postwire.query.kafka.RawBytes;
import dev.postwire.query.store.Posts;
import dev.postwire.query.store.RawPlaces;
import dev.postwire.query.store.StoredPost;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A post as it was posted. */
@Path("/v1/posts/{id}/raw")
@Blocking
@Tag(name = "Posts")
public class RawResource {
    /** What somebody posted is somebody's page: it must not run as ours. */
    private static final String POLICY = "sandbox; default-src 'none'";

    private static final Map<String, String> ENDINGS =
            Map.of("text/markdown", "md", "text/html", "html", "text/plain", "txt", "application/json", "json");

    private final Posts posts;
    private final RawPlaces places;
    private final RawArchive archive;
    private final ObjectMapper json;

    RawResource(Posts posts, RawPlaces places, RawArchive archive, ObjectMapper json) {
        this.posts = posts;
        this.places = places;
        this.archive = archive;
        this.json = json;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Get the bytes as they were posted",
            description =
                    "Exactly those that the version that stands came from, with the content type they were posted with; checked"
                            + " against origin.sha256. Kept as long as the raw topic keeps them.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "What you have is good.")
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(
            responseCode = "404",
            description = "post-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "raw-gone: compaction has taken them from the raw topic.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Uni<Response> raw(@RestPath String id, @Context HttpHeaders headers) {
        String known = Inputs.id(id);
        StoredPost post =
                posts.post(known).orElseThrow(() -> QueryProblems.postUnknown("There is no post of this id."));
        JsonNode origin = origin(post);
        String sha256 = origin.path("sha256").asText();
        Validators validators = Validators.dated("W/\"" + sha256 + "\"", post.storedAt());
        if (validators.areGood(headers)) {
            return Uni.createFrom()
                    .item(() -> validators.onto(Response.notModified()).build());
        }
        return find(known, sha256, places.of(known)).map(found -> answer(known, found, validators));
    }

    /** At the first of the places that still has these very bytes. */
    private Uni<RawBytes> find(String id, String sha256, List<Receipt> left) {
        if (left.isEmpty()) {
            return Uni.createFrom().failure(() -> Problem.of(
                            ProblemCode.RAW_GONE, "The raw topic has been compacted, and keeps a later record only.")
                    .exception());
        }
        return Uni.createFrom()
                .completionStage(() -> archive.at(left.get(0), id))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> found.filter(raw -> sha256(raw.bytes()).equals(sha256)))
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : find(id, sha256, left.subList(1, left.size())));
    }

    private static Response answer(String id, RawBytes raw, Validators validators) {
        String type = raw.contentType().split(";", 2)[0].strip();
        String name = id
                + Optional.ofNullable(ENDINGS.get(type))
                        .map(ending -> "." + ending)
                        .filter(ending -> !id.endsWith(ending))
                        .orElse("");
        return validators
                .onto(Response.ok(raw.bytes()))
                .header(HttpHeaders.CONTENT_TYPE, raw.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private JsonNode origin(StoredPost post) {
        try {
            return json.readTree(post.document()).path("origin");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored post is no JSON", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
