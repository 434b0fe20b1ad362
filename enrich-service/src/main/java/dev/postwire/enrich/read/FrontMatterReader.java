package dev.postwire.enrich.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Warning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Takes front matter off a Markdown post and reads it: YAML between {@code ---} (Hugo, Jekyll, Docusaurus, Hexo, Eleventy), TOML
 * between {@code +++} (Hugo, Zola), JSON between {@code ---json} or {@code ;;;} (Eleventy, Hexo) or as a leading object (Hugo), and
 * bare {@code Key: value} lines (Pelican). What its format's reader refuses is read a line at a time, with a warning; the body is
 * never lost. Thread-safe.
 */
final class FrontMatterReader {
    /** Hundreds of times what front matter mostly takes. */
    private static final int LONGEST_CHARS = 200_000;

    private final ObjectReader json = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build()
            .reader();
    // A number is kept as its writer spelled it.
    private final ObjectReader toml = new TomlMapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /**
     * What the front matter says, and the post without it.
     *
     * @param values its fields of one value, by key, for where the body names them
     */
    record FrontMatter(String body, List<Claim> claims, List<Warning> warnings, Map<String, String> values) {
        static FrontMatter none(String text) {
            return new FrontMatter(text, List.of(), List.of(), Map.of());
        }

        private static FrontMatter of(String body, JsonNode fields, List<Warning> warnings) {
            FrontMatterFields read = FrontMatterFields.read(fields);
            List<Warning> all = new ArrayList<>(warnings);
            all.addAll(read.warnings());
            return new FrontMatter(body, read.claims(), all, read.values());
        }
    }

    FrontMatter read(String text) {
        Optional<FrontMatterBlock> block = FrontMatterBlock.of(text);
        return block.isPresent() ? read(text, block.get()) : leadingObject(text);
    }

    private FrontMatter read(String text, FrontMatterBlock block) {
        List<Warning> warnings = new ArrayList<>();
        if (!block.closed()) {
            warnings.add(
                    new Warning("front-matter-unclosed", "its closing fence is missing, so it ends at a blank line"));
        }
        JsonNode fields = fields(block, warnings);
        if (!fields.isObject() && block.hasTitle()) {
            if (warnings.isEmpty()) warnings.add(malformed(0));
            fields = KeyLines.read(block.matter(), false);
        }
        // Words between two rules are words.
        boolean matter = fields.isObject() && (fields.size() > 0 || warnings.isEmpty());
        return matter || block.matter().isBlank()
                ? FrontMatter.of(block.body(), fields, warnings)
                : FrontMatter.none(text);
    }

    private JsonNode fields(FrontMatterBlock block, List<Warning> warnings) {
        if (block.matter().length() > LONGEST_CHARS) {
            warnings.add(new Warning(
                    "front-matter-bounded", "it is so long that its beginning was read a line at a time, and no more"));
            return KeyLines.read(
                    block.matter().substring(0, LONGEST_CHARS), block.format() == FrontMatterBlock.Format.LINES);
        }
        try {
            return switch (block.format()) {
                case YAML -> yaml(block.matter(), warnings);
                case TOML -> toml.readTree(block.matter());
                case JSON -> json(block.matter(), warnings);
                case LINES -> KeyLines.read(block.matter(), true);
            };
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            warnings.add(malformed(line));
        } catch (MarkedYAMLException e) {
            warnings.add(malformed(
                    e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1));
        } catch (YAMLException | IOException e) {
            warnings.add(malformed(0));
        }
        return KeyLines.read(block.matter(), false);
    }

    private static JsonNode yaml(String matter, List<Warning> warnings) {
        Optional<ObjectNode> plain = PlainYaml.read(matter);
        if (plain.isPresent()) return plain.get();
        YamlReader.Result result = YamlReader.read(matter);
        result.repeatedKeys().forEach(key -> warnings.add(repeated(key)));
        return result.root();
    }

    private JsonNode json(String matter, List<Warning> warnings) throws IOException {
        String words = matter.strip();
        // Hexo's stands without braces.
        String object = words.startsWith("{") ? words : "{" + words + "\n}";
        try (JsonParser parser = json.createParser(object)) {
            parser.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
            return json.readTree(parser);
        } catch (JsonProcessingException e) {
            JsonNode fields = json.readTree(object);
            warnings.add(new Warning("front-matter-repeated", "a key stands twice in it; the last one holds"));
            return fields;
        }
    }

    /** Hugo's JSON has no fence: an object at the very start of the post. */
    private FrontMatter leadingObject(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") || start.startsWith("{{") || start.startsWith("{%")) return FrontMatter.none(text);
        try (JsonParser parser = json.createParser(start)) {
            JsonNode fields = json.readTree(parser);
            int end = (int) parser.currentLocation().getCharOffset();
            List<Warning> warnings = new ArrayList<>();
            if (fields.isObject()) fields = json(start.substring(0, end), warnings);
            if (fields.isObject()) return FrontMatter.of(start.substring(end), fields, warnings);
        } catch (IOException e) {
            return brokenObject(text, start);
        }
        return FrontMatter.none(text);
    }

    private static FrontMatter brokenObject(String text, String start) {
        int end = start.indexOf("\n}");
        ObjectNode fields = end < 0 ? null : KeyLines.read(start.substring(1, end), false);
        if (fields == null || !fields.has("title")) return FrontMatter.none(text);
        return FrontMatter.of(start.substring(end + 2), fields, List.of(malformed(0)));
    }

    private static Warning repeated(String key) {
        return new Warning("front-matter-repeated", "the key " + key + " stands twice in it; the last one holds");
    }

    /** @param line counted from 1 within the front matter; 0 where it is not known */
    private static Warning malformed(int line) {
        String place = line == 0 ? "" : " at line " + line;
        return new Warning("front-matter-malformed", "malformed" + place + ", so it was read a line at a time");
    }
}
