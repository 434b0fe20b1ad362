package dev.postwire.query.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.postwire.query.http.PostLists.PostList;
import dev.postwire.query.post.DocumentJson;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.store.Posts.Listed;
import dev.postwire.query.store.StoredPost;
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
        return DocumentJson.of(post.document(), post.bodies(), post.revision(), post.storedAt());
    }

    static String list(PostQuery query, PostList list, Optional<String> next) {
        StringBuilder json = new StringBuilder("{\"posts\":[");
        String comma = "";
        for (Listed post : list.posts()) {
            json.append(comma).append(DocumentJson.of(post.document(), "", post.revision(), post.storedAt()));
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
}
