package dev.postwire.query.post;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** The slugs of the tags in a stored post's JSON, each as it is looked for. */
public final class DocumentTags {
    private static final JsonFactory JSON = new JsonFactory();

    /** As in the search index: more tags than any post has, and longer ones. */
    private static final int MOST = 500;

    private static final int LONGEST = 250;

    private DocumentTags() {}

    /** @throws UncheckedIOException where it is no JSON, which only a fault of ours writes */
    public static Set<String> of(String document) {
        try (JsonParser parser = JSON.createParser(document)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean tags = parser.currentName().equals("tags");
                if (parser.nextToken() == JsonToken.START_ARRAY && tags) return slugs(parser);
                parser.skipChildren();
            }
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException("a stored post is no JSON", e);
        }
    }

    private static Set<String> slugs(JsonParser parser) throws IOException {
        Set<String> slugs = new HashSet<>();
        for (int tag = 0; tag < MOST && parser.nextToken() == JsonToken.START_OBJECT; tag++) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean slug = parser.currentName().equals("slug");
                if (parser.nextToken() == JsonToken.VALUE_STRING && slug) {
                    slugs.add(StorableText.of(parser.getText(), LONGEST));
                }
                parser.skipChildren();
            }
        }
        return slugs;
    }
}
