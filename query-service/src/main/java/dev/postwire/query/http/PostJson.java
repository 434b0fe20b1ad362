package dev.postwire.query.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.postwire.query.http.PostLists.PostList;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.store.Posts.Listed;
import dev.postwire.query.store.StoredPost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The JSON of posts, put together from stored text: the event's own fields come back exactly as they came, those unknown to us
 * included, and nothing is parsed.
 */
final class PostJson {
    private PostJson() {}

    /** The whole event, with {@code revision} and {@code storedAt}. */
    static String whole(StoredPost post) {
        String document = post.document();
        String bodies = post.bodies();
        StringBuilder json = new StringBuilder(document.length() + bodies.length() + 80);
        json.append(document, 0, document.length() - 1).append(',').append(bodies, 1, bodies.length() - 1);
        return stamp(json, post.revision(), post.storedAt()).toString();
    }

    static String list(PostQuery query, PostList list, Optional<String> next) {
        StringBuilder json = new StringBuilder("{\"posts\":[");
        String comma = "";
        for (Listed post : list.posts()) {
            json.append(comma).append(post.document(), 0, post.document().length() - 1);
            stamp(json, post.revision(), post.storedAt());
            comma = ",";
        }
        json.append(']');
        next.ifPresent(cursor -> json.append(",\"next\":\"").append(cursor).append('"'));
        json.append(",\"total\":").append(list.found().total());
        if (list.found().more()) json.append(",\"totalIsAtLeast\":true");
        if (!query.words().notes().isEmpty())
            json.append(",\"notes\":").append(strings(query.words().notes()));
        return json.append('}').toString();
    }

    private static String strings(List<String> all) {
        return all.stream()
                .map(text -> "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static StringBuilder stamp(StringBuilder json, int revision, Instant storedAt) {
        return json.append(",\"revision\":")
                .append(revision)
                .append(",\"storedAt\":\"")
                .append(storedAt)
                .append("\"}");
    }
}
