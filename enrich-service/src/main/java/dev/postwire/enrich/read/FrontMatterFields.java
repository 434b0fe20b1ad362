package dev.postwire.enrich.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import dev.postwire.enrich.post.Warning;
import dev.postwire.enrich.word.LowerCase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the keys of front matter mean, over all dialects. Case, hyphens and underscores in keys do not count. Aliases and slugs say
 * where a post stood or stands on its own site, which nobody outside can use: they are passed over.
 */
final class FrontMatterFields {
    /** The keys of each field, the one that counts most first. */
    private static final Map<Field, List<String>> KEYS = new EnumMap<>(Map.of(
            Field.TITLE, List.of("title", "headline"),
            Field.PUBLISHED,
                    List.of(
                            "date",
                            "publishdate",
                            "pubdate",
                            "published",
                            "datepublished",
                            "publishedat",
                            "publishedon",
                            "publisheddate",
                            "firstpublishedat",
                            "postdate",
                            "posted",
                            "postedon",
                            "created",
                            "createdat",
                            "createddate",
                            "datecreated"),
            Field.UPDATED,
                    List.of(
                            "lastmod",
                            "lastmodifiedat",
                            "lastmodified",
                            "modified",
                            "modifieddate",
                            "datemodified",
                            "updated",
                            "updatedat",
                            "updateddate",
                            "dateupdated",
                            "modificationdate",
                            "lastupdate",
                            "lastupdated"),
            Field.LANGUAGE, List.of("language", "lang", "locale"),
            Field.AUTHOR, List.of("author", "authors", "byline"),
            Field.AUTHOR_URL, List.of("authorurl"),
            Field.TAG, List.of("tags", "tag", "keywords", "categories", "category"),
            Field.URL, List.of("canonical", "canonicalurl", "url", "permalink"),
            Field.DESCRIPTION, List.of("description", "summary", "excerpt"),
            Field.IMAGE,
                    List.of(
                            "image",
                            "images",
                            "cover",
                            "coverimage",
                            "featuredimage",
                            "featureimage",
                            "heroimage",
                            "ogimage",
                            "socialimage",
                            "banner",
                            "hero",
                            "thumbnail",
                            "header")));

    /** When nothing says when a post was published, it was when it was last changed, or before. */
    private static final List<String> PUBLISHED_AT_LAST =
            List.of("lastmod", "modified", "updated", "lastmodified", "updateddate", "dateupdated", "modificationdate");

    /** Where a dialect nests them: Zola's and Hugo's own tables. */
    private static final Set<String> NESTED = Set.of("taxonomies", "extra", "params");

    private static final Map<Field, List<String>> NAMES = Map.of(
            Field.PUBLISHED, List.of("date"),
            Field.UPDATED, List.of("date"),
            Field.IMAGE, List.of("src", "url", "image", "path", "feature", "teaser", "file"));

    private static final List<String> ANY_NAMES = List.of("label", "name", "title", "slug", "value", "id");

    private static final Set<String> ELEVENTY_LISTS = Set.of("all", "nav", "post", "posts", "page", "pages");

    /** What stands for a date and is none: Eleventy takes the file's own, and Jekyll says whether a post is shown. */
    private static final Set<String> NO_DATES =
            Set.of("true", "false", "last modified", "created", "git last modified", "git created");

    /** Aliases in YAML make much of little; no post's front matter says so many things. */
    private static final int MOST_CLAIMS = 1_000;

    private static final int LONGEST_CHARS = 8_000;

    private final Map<String, List<JsonNode>> values = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final boolean jekyll;
    private final boolean eleventy;
    private int visited;

    private FrontMatterFields(JsonNode fields) {
        collect(fields);
        fields.properties().stream()
                .filter(property -> NESTED.contains(LowerCase.of(property.getKey())))
                .forEach(property -> collect(property.getValue()));
        jekyll = values.getOrDefault("layout", List.of()).stream().anyMatch(FrontMatterFields::isJekyllLayout);
        eleventy = values.getOrDefault("layout", List.of()).stream().anyMatch(FrontMatterFields::isLayoutFile);
    }

    static FrontMatterFields read(JsonNode fields) {
        FrontMatterFields read = new FrontMatterFields(fields);
        KEYS.forEach(read::addAll);
        boolean dated = read.claims.stream().anyMatch(claim -> claim.field() == Field.PUBLISHED);
        if (!dated) read.addAll(Field.PUBLISHED, PUBLISHED_AT_LAST);
        if (read.isDraft()) {
            read.warnings.add(new Warning("draft", "the front matter says that the post is a draft"));
        }
        return read;
    }

    List<Claim> claims() {
        return claims;
    }

    List<Warning> warnings() {
        return warnings;
    }

    /** The fields that have one value, by their keys as folded here. */
    Map<String, String> values() {
        Map<String, String> single = new HashMap<>();
        values.forEach((key, nodes) -> {
            JsonNode node = nodes.get(0);
            if (node.isValueNode() && !node.isNull()) single.put(key, node.asText());
        });
        return single;
    }

    static String folded(String key) {
        return LowerCase.of(key).replace("_", "").replace("-", "");
    }

    private void collect(JsonNode fields) {
        fields.properties()
                .forEach(property -> values.computeIfAbsent(folded(property.getKey()), k -> new ArrayList<>(1))
                        .add(property.getValue()));
    }

    private void addAll(Field field, List<String> keys) {
        for (String key : keys) {
            values.getOrDefault(key, List.of()).forEach(value -> add(field, key, value));
        }
    }

    private void add(Field field, String key, JsonNode value) {
        if (++visited > MOST_CLAIMS || value.isNull()) return;
        if (value.isArray()) {
            if (field == Field.AUTHOR) addAuthors(key, value);
            else value.forEach(item -> add(field, key, item));
        } else if (field == Field.AUTHOR) {
            addAuthors(key, value);
        } else if (value.isObject()) {
            addObject(field, key, value);
        } else if (field == Field.TAG) {
            addTags(key, cut(value.asText()));
        } else {
            addText(field, key, value.asText());
        }
    }

    private void addAuthors(String key, JsonNode value) {
        claims.addAll(Authors.of(key, value));
    }

    private void addObject(Field field, String key, JsonNode value) {
        for (String name : NAMES.getOrDefault(field, ANY_NAMES)) {
            if (value.path(name).isTextual()) {
                addText(field, key, value.path(name).textValue());
                return;
            }
        }
        boolean mapped = field == Field.TAG
                && value.properties().stream().allMatch(one -> one.getValue().isValueNode());
        if (mapped) value.fieldNames().forEachRemaining(name -> addTag(key, name));
    }

    /** A list that stands in quotes is one all the same. */
    private void addTags(String key, String text) {
        String words = text.strip();
        boolean listed = words.startsWith("[") && words.endsWith("]");
        String items = listed
                ? words.substring(1, words.length() - 1).replace("\"", "").replace("'", "")
                : words;
        TagLists.split(items, jekyll && !listed && !key.equals("tag") && !key.equals("category"))
                .forEach(tag -> addTag(key, tag));
    }

    /** Eleventy's tags also say which of its lists a post belongs to. */
    private void addTag(String key, String tag) {
        if (!eleventy || !ELEVENTY_LISTS.contains(LowerCase.of(tag))) addText(Field.TAG, key, tag);
    }

    private void addText(Field field, String key, String text) {
        boolean date = field == Field.PUBLISHED || field == Field.UPDATED;
        if (text.isBlank() || (date && NO_DATES.contains(LowerCase.of(text.strip())))) return;
        if (field == Field.IMAGE && text.indexOf('.') < 0 && text.indexOf('/') < 0) return;
        if (claims.size() < MOST_CLAIMS) claims.add(new Claim(field, cut(text), Source.FRONT_MATTER, key));
    }

    private boolean isDraft() {
        return says("draft", "true") || says("draft", "yes") || says("published", "false") || says("status", "draft");
    }

    private boolean says(String key, String word) {
        return values.getOrDefault(key, List.of()).stream()
                .anyMatch(value -> value.asText().strip().equalsIgnoreCase(word));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_CHARS ? text.substring(0, LONGEST_CHARS) : text;
    }

    private static boolean isLayoutFile(JsonNode layout) {
        return !layout.asText().isBlank() && !isJekyllLayout(layout);
    }

    /** Jekyll's layouts are bare names; Eleventy's are files. */
    private static boolean isJekyllLayout(JsonNode layout) {
        String name = layout.asText();
        return !name.isBlank() && name.indexOf('.') < 0 && name.indexOf('/') < 0;
    }
}
