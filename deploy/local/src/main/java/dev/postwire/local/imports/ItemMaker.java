package dev.postwire.local.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.local.imports.Item.Body;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes of what was found what is sent. What is UTF-8 becomes a line of a batch; what is in another charset, or large, goes as its bytes
 * are, for an envelope's content is a string. Pure.
 */
final class ItemMaker {
    /** Above this a post goes by itself: escaped in JSON it may be larger than a post may be. */
    private static final int LARGE = 256 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Begins a shift in ISO-2022-JP and its kin, whose bytes are ASCII as well. */
    private static final char ESCAPE = '\u001b';

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Optional<URI> site;
    private final String prefix;

    /** @param prefix what the ids of files begin with */
    ItemMaker(Optional<URI> site, String prefix) {
        this.site = site;
        this.prefix = prefix;
    }

    /** What names a post: an id of its own, or its address. */
    private record Name(Optional<String> id, Optional<String> url) {
        String identity() {
            return id.map(value -> "id:" + value)
                    .or(() -> url.map(value -> "url:" + value))
                    .orElseThrow();
        }
    }

    /**
     * A file that is a post. Empty where its author calls it a draft and drafts are not wanted.
     *
     * @param relative the file's place in the folder, without what it is packed by
     */
    Optional<Item> post(String place, String relative, Kind kind, Generator generator, byte[] bytes, boolean drafts) {
        Optional<String> text = text(bytes);
        Head head = kind == Kind.MARKDOWN
                ? Head.of(text.orElseGet(() -> new String(bytes, UTF_8)))
                : new Head(java.util.Map.of());
        if (head.draft() && !drafts) return Optional.empty();
        Name name = site.map(base ->
                        new Name(Optional.empty(), Optional.of(new Permalinks(generator, base).of(relative, head))))
                .orElseGet(() -> new Name(Optional.of(PostName.of(prefix, relative)), Optional.empty()));
        Optional<String> day =
                kind == Kind.MARKDOWN && head.get("date").isEmpty() ? Permalinks.date(relative) : Optional.empty();
        Body body = text.filter(read -> bytes.length <= LARGE)
                .map(read -> line(name, day, kind.mediaType(), read))
                .orElseGet(() -> whole(name, day, kind.mediaType(), bytes));
        return Optional.of(new Item(place, name.identity(), true, body));
    }

    /** A page as a server gave it. */
    Item page(String place, String url, String contentType, byte[] bytes) {
        Name name = new Name(Optional.empty(), Optional.of(url));
        Body body = text(bytes)
                .filter(read -> bytes.length <= LARGE)
                .map(read -> line(name, Optional.empty(), Kind.HTML.mediaType(), read))
                .orElseGet(() -> whole(name, Optional.empty(), contentType, bytes));
        return new Item(place, name.identity(), false, body);
    }

    /** A line of a batch, as it is: whatever is wrong with it the intake says, with the place. */
    Item line(String place, byte[] bytes) {
        JsonNode envelope = tree(bytes).orElseGet(JSON::createObjectNode);
        return new Item(
                place,
                named(envelope).orElseGet(() -> "bytes:" + Hash.hex(Hash.of(bytes))),
                false,
                new Body.Line(bytes));
    }

    /** A file of JSON. Empty where it is neither an envelope nor a feed. */
    Optional<Item> json(String place, String relative, byte[] bytes) {
        Optional<JsonNode> read = tree(bytes);
        if (read.isEmpty()) {
            boolean meant = new String(bytes, UTF_8).contains("\"content\"");
            return meant ? Optional.of(brokenEnvelope(place, relative, bytes)) : Optional.empty();
        }
        if (read.get().path("version").asText().contains("jsonfeed.org/version/"))
            return Optional.of(feed(place, relative, bytes));
        if (!(read.get() instanceof ObjectNode envelope) || !envelope.has("content")) return Optional.empty();
        Optional<String> named = named(envelope);
        if (named.isEmpty()) envelope.put("id", PostName.of(prefix, relative));
        return Optional.of(
                new Item(place, named(envelope).orElseThrow(), named.isEmpty(), new Body.Line(bytes(envelope))));
    }

    Item feed(String place, String relative, byte[] bytes) {
        String type = bytes.length > 0
                        && text(bytes)
                                .filter(text -> text.stripLeading().startsWith("{"))
                                .isPresent()
                ? "application/feed+json"
                : "application/xml";
        String query = site.map(base -> "?url="
                        + encoded(new Permalinks(Generator.NONE, base).of(relative, new Head(java.util.Map.of()))))
                .orElse("");
        return new Item(place, "feed:" + place, false, new Body.Feed("/v1/feeds" + query, type, bytes));
    }

    private Item brokenEnvelope(String place, String relative, byte[] bytes) {
        Name name = new Name(Optional.of(PostName.of(prefix, relative)), Optional.empty());
        return new Item(place, name.identity(), true, whole(name, Optional.empty(), Kind.JSON.mediaType(), bytes));
    }

    private static Optional<String> named(JsonNode envelope) {
        if (envelope.path("id").isTextual())
            return Optional.of("id:" + envelope.path("id").textValue());
        if (envelope.path("url").isTextual())
            return Optional.of("url:" + envelope.path("url").textValue());
        return Optional.empty();
    }

    private static Body line(Name name, Optional<String> day, String contentType, String text) {
        ObjectNode envelope = JSON.createObjectNode();
        name.id().ifPresent(id -> envelope.put("id", id));
        name.url().ifPresent(url -> envelope.put("url", url));
        day.ifPresent(date -> envelope.put("published", date));
        return new Body.Line(bytes(envelope.put("contentType", contentType).put("content", text)));
    }

    private static Body whole(Name name, Optional<String> day, String contentType, byte[] bytes) {
        List<String> query = new ArrayList<>();
        name.url().ifPresent(url -> query.add("url=" + encoded(url)));
        day.ifPresent(date -> query.add("published=" + date));
        String path = "/v1/posts" + name.id().map(id -> "/" + id).orElse("");
        return new Body.Whole(
                path + (query.isEmpty() ? "" : "?" + String.join("&", query)),
                name.id().isPresent(),
                contentType,
                bytes);
    }

    /** The text, where it is UTF-8 for certain; without the mark it may begin with. */
    private static Optional<String> text(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf(ESCAPE) >= 0 || text.indexOf('\0') >= 0) return Optional.empty();
            return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> tree(byte[] bytes) {
        try {
            return Optional.ofNullable(JSON.readTree(bytes));
        } catch (IOException e) { // what is wrong with it is not ours to say
            return Optional.empty();
        }
    }

    private static byte[] bytes(ObjectNode envelope) {
        try {
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an envelope cannot be written", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
