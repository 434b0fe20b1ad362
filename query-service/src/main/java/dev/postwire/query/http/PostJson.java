package dev.postwire.query.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.postwire.query.http.PostLists.PostList;
import dev.postwire.query.index.Highlights.Highlight;
import dev.postwire.query.index.PostCounts.Counts;
import dev.postwire.query.index.PostSearch.Story;
import dev.postwire.query.post.DocumentJson;
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

    static String list(PostList list, Optional<String> next) {
        StringBuilder json = new StringBuilder("{\"posts\":[");
        String comma = "";
        for (Listed post : list.posts()) {
            String whole = DocumentJson.of(post.document(), "", post.revision(), post.storedAt());
            json.append(comma).append(whole, 0, whole.length() - 1);
            Highlight marked = list.highlights().get(post.id());
            if (marked != null) highlight(json, marked);
            Story story = list.found().stories().get(post.id());
            if (story != null) {
                json.append(",\"story\":{\"id\":")
                        .append(string(story.id()))
                        .append(",\"copies\":")
                        .append(story.copies())
                        .append('}');
            }
            json.append('}');
            comma = ",";
        }
        json.append(']');
        next.ifPresent(cursor -> json.append(",\"next\":\"").append(cursor).append('"'));
        json.append(",\"total\":").append(list.found().total());
        if (list.found().more()) json.append(",\"totalIsAtLeast\":true");
        strings(json, "notes", list.found().notes());
        strings(json, "suggestions", list.found().suggestions());
        list.facets().ifPresent(counts -> facets(json, counts));
        return json.append('}').toString();
    }

    private static void highlight(StringBuilder json, Highlight marked) {
        json.append(",\"highlight\":{");
        marked.title()
                .ifPresent(
                        title -> json.append("\"title\":").append(string(title)).append(','));
        json.append("\"text\":").append(strings(marked.text())).append('}');
    }

    private static void facets(StringBuilder json, Counts counts) {
        json.append(",\"facets\":{");
        String comma = "";
        for (var facet : CountJson.facets(counts).entrySet()) {
            String values = facet.getValue().stream()
                    .map(one -> "{\"value\":%s,\"label\":%s,\"posts\":%d}"
                            .formatted(string(one.value()), string(one.label()), one.posts()))
                    .collect(Collectors.joining(",", "[", "]"));
            json.append(comma).append(string(facet.getKey())).append(':').append(values);
            comma = ",";
        }
        json.append('}');
        if (counts.estimated()) json.append(",\"facetsEstimated\":true");
    }

    private static void strings(StringBuilder json, String name, List<String> all) {
        if (all.isEmpty()) return;
        json.append(",\"").append(name).append("\":").append(strings(all));
    }

    private static String string(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    private static String strings(List<String> all) {
        return all.stream().map(PostJson::string).collect(Collectors.joining(",", "[", "]"));
    }
}
