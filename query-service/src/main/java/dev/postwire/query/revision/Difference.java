package dev.postwire.query.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changed from one version of a post to the next.
 *
 * @param fields the names of all fields of the event that differ, but for those that tell versions apart
 * @param values the fields that hold one value, before and after
 * @param text how the text differs; absent where it does not
 */
public record Difference(
        Set<String> fields,
        Map<String, Values> values,
        List<String> tagsAdded,
        List<String> tagsRemoved,
        Optional<TextDifference> text) {
    /** These differ in each version and say nothing of it. */
    private static final Set<String> IDENTITY = Set.of("eventId", "origin", "fingerprint");

    private static final int LONGEST_VALUE = 1_000;

    /** @param before null where there was none, as {@code after} where there is none any more */
    public record Values(String before, String after) {}

    /** @param older and {@code newer}: whole events */
    public static Difference between(JsonNode older, JsonNode newer) {
        Set<String> names = new TreeSet<>();
        older.fieldNames().forEachRemaining(names::add);
        newer.fieldNames().forEachRemaining(names::add);
        names.removeAll(IDENTITY);
        names.removeIf(name -> older.path(name).equals(newer.path(name)));
        Map<String, Values> values = new LinkedHashMap<>();
        for (String name : names) {
            if (single(older.path(name)) && single(newer.path(name)) && !name.equals("text") && !body(name)) {
                values.put(name, new Values(value(older.path(name)), value(newer.path(name))));
            }
        }
        Set<String> before = slugs(older);
        Set<String> after = slugs(newer);
        return new Difference(
                names,
                values,
                after.stream().filter(slug -> !before.contains(slug)).toList(),
                before.stream().filter(slug -> !after.contains(slug)).toList(),
                names.contains("text")
                        ? Optional.of(TextDifference.between(
                                older.path("text").asText(), newer.path("text").asText()))
                        : Optional.empty());
    }

    private static boolean body(String name) {
        return name.equals("html") || name.equals("markdown");
    }

    private static boolean single(JsonNode node) {
        return node.isMissingNode() || node.isValueNode();
    }

    private static String value(JsonNode node) {
        if (node.isMissingNode()) return null;
        String text = node.asText();
        if (text.codePointCount(0, text.length()) <= LONGEST_VALUE) return text;
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }

    private static Set<String> slugs(JsonNode post) {
        List<String> slugs = new ArrayList<>();
        post.path("tags").forEach(tag -> slugs.add(tag.path("slug").asText()));
        return new LinkedHashSet<>(slugs);
    }
}
