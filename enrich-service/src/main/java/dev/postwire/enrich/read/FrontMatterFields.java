package dev.postwire.enrich.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import dev.postwire.enrich.post.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the keys of front matter mean, over all dialects. Keys are matched without regard to case. */
final class FrontMatterFields {
    /** The keys of each field, the one that counts most first. */
    private static final Map<Field, List<String>> KEYS = Map.of(
            Field.TITLE, List.of("title"),
            Field.PUBLISHED, List.of("date", "publishdate", "pubdate", "published", "created"),
            Field.UPDATED, List.of("lastmod", "last_modified_at", "modified", "updated"),
            Field.LANGUAGE, List.of("language", "lang", "locale"),
            Field.AUTHOR, List.of("author", "authors"),
            Field.TAG, List.of("tags", "tag", "keywords", "categories", "category"),
            Field.URL, List.of("canonical", "canonicalurl", "canonical_url", "url", "permalink"),
            Field.DESCRIPTION, List.of("description", "summary", "excerpt"));

    /** Where a dialect nests them: Zola's and Hugo's own tables. */
    private static final List<String> NESTED = List.of("taxonomies", "extra", "params");

    private static final Pattern LIST_SEPARATOR = Pattern.compile("[,;]");

    private FrontMatterFields() {}

    static List<Claim> claims(JsonNode fields) {
        List<Claim> claims = new ArrayList<>();
        KEYS.forEach((field, keys) ->
                keys.forEach(key -> values(fields, key).forEach(value -> add(claims, field, key, value))));
        return claims;
    }

    static List<Warning> warnings(JsonNode fields) {
        boolean draft = values(fields, "draft").anyMatch(value -> value.asBoolean(false));
        return draft ? List.of(new Warning("draft", "the front matter says that the post is a draft")) : List.of();
    }

    private static Stream<JsonNode> values(JsonNode fields, String key) {
        Stream<JsonNode> nested = NESTED.stream().map(fields::path).filter(JsonNode::isObject);
        return Stream.concat(Stream.of(fields), nested)
                .flatMap(node -> node.properties().stream())
                .filter(property -> property.getKey().toLowerCase(Locale.ROOT).equals(key))
                .map(Map.Entry::getValue);
    }

    private static void add(List<Claim> claims, Field field, String key, JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> add(claims, field, key, item));
        } else if (value.isObject()) {
            addObject(claims, field, key, value);
        } else if (field == Field.TAG && value.isTextual()) {
            LIST_SEPARATOR.splitAsStream(value.textValue()).forEach(tag -> addText(claims, field, key, tag));
        } else if (!value.isNull()) {
            addText(claims, field, key, value.asText());
        }
    }

    private static void addObject(List<Claim> claims, Field field, String key, JsonNode value) {
        for (String name : List.of("name", "label", "title")) {
            if (value.path(name).isTextual()) {
                addText(claims, field, key, value.path(name).textValue());
                return;
            }
        }
    }

    private static void addText(List<Claim> claims, Field field, String key, String text) {
        if (!text.isBlank()) claims.add(new Claim(field, text, Source.FRONT_MATTER, key));
    }
}
