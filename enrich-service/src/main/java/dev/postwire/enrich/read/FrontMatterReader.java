package dev.postwire.enrich.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Warning;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits front matter off a Markdown post and reads it: YAML between {@code ---} (Hugo, Jekyll, Docusaurus, Eleventy), TOML between
 * {@code +++} (Hugo, Zola), JSON between {@code ---json} or {@code ;;;} or as a leading object, and bare {@code Key: value} lines
 * (Pelican). What cannot be read is a warning; the body is never lost. Thread-safe.
 */
final class FrontMatterReader {
    private static final Pattern FENCED = Pattern.compile("\\A(---(?:json|yaml|toml)?|\\+\\+\\+|;;;)[ \\t]*\\n");
    private static final Pattern BARE_LINE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,30}:[ \\t].*");
    private static final Pattern TITLE_LINE = Pattern.compile("(?i)title:.*");

    private final ObjectMapper json = new ObjectMapper();
    private final YAMLMapper yaml = new YAMLMapper();
    private final TomlMapper toml = new TomlMapper();

    /** The claims of the front matter, and the post without it. */
    record FrontMatter(String body, List<Claim> claims, List<Warning> warnings) {}

    FrontMatter read(String text) {
        String start = text.stripLeading();
        Matcher fence = FENCED.matcher(start);
        if (fence.find()) return fenced(text, start, fence);
        if (start.startsWith("{")) return leadingObject(text, start);
        return bareLines(text, start);
    }

    private FrontMatter fenced(String text, String start, Matcher fence) {
        String open = fence.group(1);
        String close = open.startsWith("---") ? "---" : open;
        int end = closingFence(start, fence.end(), close);
        // A rule at the top of a post without a second fence is a rule.
        if (end < 0) return new FrontMatter(text, List.of(), List.of());
        String body = start.substring(Math.min(start.length(), lineEnd(start, end) + 1));
        return parsed(start.substring(fence.end(), end), body, mapper(open));
    }

    private ObjectMapper mapper(String fence) {
        return switch (fence) {
            case "+++", "---toml" -> toml;
            case ";;;", "---json" -> json;
            default -> yaml;
        };
    }

    private FrontMatter leadingObject(String text, String start) {
        int end = start.indexOf("\n}");
        if (end < 0) return new FrontMatter(text, List.of(), List.of());
        String body = start.substring(Math.min(start.length(), lineEnd(start, end + 1) + 1));
        return parsed(start.substring(0, end + 2), body, json);
    }

    private FrontMatter bareLines(String text, String start) {
        int end = 0;
        boolean titled = false;
        while (end < start.length()) {
            String line = start.substring(end, lineEnd(start, end));
            if (!BARE_LINE.matcher(line).matches()) break;
            titled |= TITLE_LINE.matcher(line).matches();
            end = Math.min(start.length(), lineEnd(start, end) + 1);
        }
        // Only with a title and a blank line after it, or prose like "Note: …" would be taken for it.
        boolean closed = end == start.length() || start.charAt(end) == '\n';
        if (!titled || !closed) return new FrontMatter(text, List.of(), List.of());
        ObjectNode fields = json.createObjectNode();
        start.substring(0, end).lines().forEach(line -> {
            int colon = line.indexOf(':');
            fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
        });
        return new FrontMatter(start.substring(end), FrontMatterFields.claims(fields), List.of());
    }

    private FrontMatter parsed(String matter, String body, ObjectMapper mapper) {
        try {
            JsonNode fields = mapper.readTree(matter);
            if (fields == null || !fields.isObject()) return new FrontMatter(body, List.of(), List.of());
            return new FrontMatter(body, FrontMatterFields.claims(fields), FrontMatterFields.warnings(fields));
        } catch (JsonProcessingException e) {
            String place = Optional.ofNullable(e.getLocation())
                    .map(at -> " at line " + (at.getLineNr() + 1) + ", column " + at.getColumnNr())
                    .orElse("");
            return new FrontMatter(
                    body,
                    List.of(),
                    List.of(new Warning("front-matter-malformed", "it was left out: malformed" + place)));
        }
    }

    private static int closingFence(String text, int from, String fence) {
        for (int at = from; at < text.length(); at = lineEnd(text, at) + 1) {
            String line = text.substring(at, lineEnd(text, at));
            if (line.stripTrailing().equals(fence)) return at;
        }
        return -1;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
