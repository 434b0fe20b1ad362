package dev.postwire.enrich.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who wrote a post, as its front matter says it: a name, a key, an object with name and address, or a list of these. An address
 * has its author's place, by which the two are told to belong together.
 */
final class Authors {
    private static final Pattern SEPARATOR_OF_MANY = Pattern.compile("[;\\n]");
    private static final Pattern COMMA = Pattern.compile("[,，、]");
    private static final Pattern MAILBOX = Pattern.compile("\\s*[<(][^<>()\\s]{1,100}@[^<>()\\s]{1,100}[>)]");
    private static final List<String> NAMES =
            List.of("name", "fullname", "full_name", "display_name", "key", "id", "title");
    private static final List<String> ADDRESSES = List.of("url", "uri", "link", "website", "homepage", "web");
    private static final int MOST = 100;

    private final List<Claim> claims = new ArrayList<>();
    private final String key;
    private int count;

    private Authors(String key) {
        this.key = key;
    }

    static List<Claim> of(String key, JsonNode value) {
        Authors authors = new Authors(key);
        if (value.isArray()) value.forEach(authors::one);
        else if (value.isObject()) authors.object(value);
        else authors.names(value.asText());
        return authors.claims;
    }

    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]{1,200})\\]\\([^()\\s]{0,500}\\)");
    private static final Pattern AND = Pattern.compile(" (?:and|und|et|y|&) ");

    private void one(JsonNode value) {
        if (value.isObject()) object(value);
        else if (value.isValueNode() && !value.isNull()) add(value.asText(), "");
    }

    /** The plural key takes several in one text; in the singular a comma parts a surname. */
    private void names(String text) {
        Pattern separator = SEPARATOR_OF_MANY.matcher(text).find() ? SEPARATOR_OF_MANY : COMMA;
        if (key.endsWith("s") || separator != COMMA || areWhole(COMMA.split(text))) {
            separator.splitAsStream(text).forEach(this::joined);
        } else {
            joined(text);
        }
    }

    private void joined(String text) {
        String[] names = AND.split(text);
        if (names.length > 1 && areWhole(names)) for (String name : names) add(name, "");
        else add(text, "");
    }

    /** Whether each of them is a first name and a surname at least. */
    private static boolean areWhole(String[] names) {
        for (String name : names) if (name.strip().indexOf(' ') < 0) return false;
        return names.length > 1;
    }

    private void object(JsonNode author) {
        String name = text(author, NAMES);
        if (author.path("first_name").isTextual() && author.path("last_name").isTextual()) {
            name = author.path("first_name").textValue() + " "
                    + author.path("last_name").textValue();
        }
        JsonNode parts = author.path("name").isObject() ? author.path("name") : author;
        if (parts.path("given").isTextual() && parts.path("family").isTextual()) {
            name = parts.path("given").textValue() + " " + parts.path("family").textValue();
        }
        if (name.isEmpty() && count == 0) keyed(author);
        else add(name, text(author, ADDRESSES));
    }

    /** Several by their keys, each an object. */
    private void keyed(JsonNode authors) {
        authors.forEach(author -> {
            if (author.isObject()) add(text(author, NAMES), text(author, ADDRESSES));
        });
    }

    private void add(String name, String url) {
        String linked = name.indexOf("](") < 0 ? name : LINK.matcher(name).replaceAll("$1");
        String words = MAILBOX.matcher(linked.strip()).replaceAll("").strip();
        if (words.isEmpty() || count == MOST) return;
        String place = count == 0 ? key : key + "[" + count + "]";
        count++;
        claims.add(new Claim(Field.AUTHOR, words, Source.FRONT_MATTER, place));
        if (!url.isBlank()) claims.add(new Claim(Field.AUTHOR_URL, url, Source.FRONT_MATTER, place));
    }

    private static String text(JsonNode object, List<String> names) {
        for (String name : names) {
            JsonNode value = object.path(name);
            if (value.isTextual() && !value.textValue().isBlank()) return value.textValue();
        }
        return "";
    }
}
