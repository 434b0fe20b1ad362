package dev.postwire.local.call;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.net.URI;
import java.util.StringJoiner;

/** What a service answers instead of what was asked for, in one line. */
public final class Refusal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    private Refusal() {}

    /** The failure of a call that was answered, with a problem or with anything else. */
    public static PartFailure of(int status, byte[] body) {
        if (status == UNAUTHENTICATED) {
            return new PartFailure("the service asks for a key: give one with --key, or in " + Services.KEY_VARIABLE);
        }
        String why = sentence(problem(body));
        String said = why.isEmpty() ? "the service answers " + status : why;
        return new PartFailure(status == FORBIDDEN ? "the key does not allow this: " + said : said);
    }

    /** The failure of a call that nobody answered. */
    public static PartFailure silent(URI service, IOException failure) {
        return new PartFailure(
                "nothing answers at " + service + " (" + failure.getMessage() + "); is the stand up?", failure);
    }

    /** A problem's sentence with the places it names, e.g. {@code invalid-field: One field is not allowed as given. /url must not be blank}. */
    public static String sentence(JsonNode problem) {
        StringJoiner sentence = new StringJoiner(" ");
        String code = problem.path("code").asText();
        if (!code.isEmpty()) sentence.add(code + ":");
        String detail = problem.path("detail").asText(problem.path("title").asText());
        if (!detail.isEmpty()) sentence.add(detail);
        for (JsonNode error : problem.path("errors")) {
            String field = error.path("field").asText();
            String message = error.path("message").asText();
            // Where there is no field the detail has told the place already.
            if (field.isEmpty()) continue;
            sentence.add(
                    message.equals(detail) ? "(" + field + ")" : field + " " + message.replaceFirst("\\.$", "") + ".");
        }
        return sentence.toString();
    }

    /** The body as a problem; an empty object where it is none. */
    public static JsonNode problem(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null || !read.isObject() ? JSON.createObjectNode() : read;
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }
}
