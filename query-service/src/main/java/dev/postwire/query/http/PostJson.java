package dev.postwire.query.http;

import dev.postwire.query.post.DocumentJson;
import dev.postwire.query.store.Posts.Found;
import dev.postwire.query.store.Posts.Listed;
import dev.postwire.query.store.StoredPost;
import java.util.Optional;

/**
 * The JSON of posts, put together from stored text: the event's own fields come back exactly as they came, those unknown to us
 * included, and nothing is parsed.
 */
final class PostJson {
    private PostJson() {}

    /** The whole event, with {@code revision} and {@code storedAt}. */
    static String whole(StoredPost post) {
        return DocumentJson.of(post.document(), post.bodies(), post.revision(), post.storedAt());
    }

    static String list(Found found, Optional<String> next) {
        StringBuilder json = new StringBuilder("{\"posts\":[");
        String comma = "";
        for (Listed post : found.page().items()) {
            json.append(comma).append(DocumentJson.of(post.document(), "", post.revision(), post.storedAt()));
            comma = ",";
        }
        json.append(']');
        next.ifPresent(cursor -> json.append(",\"next\":\"").append(cursor).append('"'));
        json.append(",\"total\":").append(found.total());
        if (found.more()) json.append(",\"totalIsAtLeast\":true");
        return json.append('}').toString();
    }
}
