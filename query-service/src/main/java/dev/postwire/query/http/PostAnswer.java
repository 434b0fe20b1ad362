package dev.postwire.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.query.page.Accept;
import dev.postwire.query.page.PostPage;
import dev.postwire.query.page.Representation;
import dev.postwire.query.store.Posts;
import dev.postwire.query.store.StoredPost;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Answers with a post in the form that the reader likes best. */
@Singleton
class PostAnswer {
    /** All forms have one address: a cache must keep them apart. That of Accept-Encoding is set for every answer. */
    private static final String VARY = HttpHeaders.ACCEPT;

    private final Posts posts;
    private final ObjectMapper json;

    PostAnswer(Posts posts, ObjectMapper json) {
        this.posts = posts;
        this.json = json;
    }

    /** Blocks. Ends with a 404 where there is no such post, with a 406 where the reader takes no form of it. */
    Response of(String id, HttpHeaders request) {
        Representation form = form(request);
        if (request.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null
                || request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE) != null) {
            Optional<Response> same = posts.stamp(id)
                    .map(stamp -> Validators.post(stamp.revision(), stamp.storedAt(), form.tagSuffix()))
                    .filter(validators -> validators.areGood(request))
                    .map(validators -> vary(validators.onto(Response.notModified())));
            if (same.isPresent()) return same.get();
        }
        StoredPost post = posts.post(id).orElseThrow(() -> QueryProblems.postUnknown("There is no post of this id."));
        Response.ResponseBuilder answer = Response.ok(body(post, form)).type(form.contentType());
        if (form != Representation.JSON) answer.header("X-Content-Type-Options", "nosniff");
        if (form == Representation.HTML) {
            answer.header("Content-Security-Policy", PostPage.POLICY).header("Referrer-Policy", "no-referrer");
        }
        return vary(Validators.post(post.revision(), post.storedAt(), form.tagSuffix())
                .onto(answer));
    }

    private static Response vary(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.VARY, VARY).build();
    }

    private static Representation form(HttpHeaders request) {
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accepted == null || accepted.isBlank()) return Representation.JSON;
        return Accept.parse(accepted).choose().orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_ACCEPTABLE,
                        "A post can be had as application/json, text/html, text/markdown or text/plain.")
                .exception());
    }

    private String body(StoredPost post, Representation form) {
        return switch (form) {
            case JSON -> PostJson.whole(post);
            case HTML -> new PostPage(read(post.document()), read(post.bodies())).html();
            case MARKDOWN -> read(post.bodies()).path("markdown").asText();
            case TEXT -> read(post.bodies()).path("text").asText();
        };
    }

    private JsonNode read(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored post is no JSON", e);
        }
    }
}
