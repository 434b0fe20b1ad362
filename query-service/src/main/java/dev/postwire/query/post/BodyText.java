package dev.postwire.query.post;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes the text out of a stored post's bodies without looking at the other two. Safe for any number of threads. */
public final class BodyText {
    private static final JsonFactory JSON = new JsonFactory();

    private BodyText() {}

    /** @param bodies as {@link EventReader.ReadPost} has them */
    public static String of(String bodies) {
        try (JsonParser parser = JSON.createParser(bodies)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && "text".equals(parser.currentName())) {
                    return parser.getText();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a stored post is not the JSON it was written as", e);
        }
        throw new IllegalStateException("a stored post has no text");
    }
}
