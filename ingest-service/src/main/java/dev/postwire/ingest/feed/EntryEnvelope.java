package dev.postwire.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.ingest.post.Namespace;
import dev.postwire.ingest.post.NormalUrl;
import dev.postwire.ingest.post.PostId;
import dev.postwire.ingest.post.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry as the envelope of a post. The same entry of the same feed is the same post each time, and has the same bytes as long as
 * it says the same: posting a feed again changes nothing. A field that no envelope may have is left out, or cut to its bound.
 */
public final class EntryEnvelope {
    private static final JsonMapper JSON = new JsonMapper();

    private EntryEnvelope() {}

    /** The envelope's bytes, for one who may write any id. */
    public static byte[] of(Entry entry, String scope) {
        return of(entry, scope, Namespace.ANY);
    }

    /**
     * The envelope's bytes.
     *
     * @param scope what the entry's name is unique within, the address of its feed; may be blank
     * @param namespace where the id is to be
     */
    public static byte[] of(Entry entry, String scope, Namespace namespace) {
        ObjectNode envelope = JSON.createObjectNode();
        id(entry, scope).map(namespace::place).ifPresent(id -> envelope.put("id", id.value()));
        entry.url().filter(Rule.URL::allows).ifPresent(url -> envelope.put("url", url));
        entry.title().flatMap(title -> cut(Rule.TITLE, title)).ifPresent(title -> envelope.put("title", title));
        authors(envelope, entry.authors());
        entry.published().filter(Rule.MOMENT::allows).ifPresent(date -> envelope.put("published", date));
        entry.updated().filter(Rule.MOMENT::allows).ifPresent(date -> envelope.put("updated", date));
        List<String> tags = entry.tags().stream()
                .flatMap(tag -> cut(Rule.TAG, tag).stream())
                .toList();
        if (!tags.isEmpty()) tags.forEach(envelope.putArray("tags")::add);
        entry.language()
                .map(language -> language.replace('_', '-'))
                .filter(Rule.LANGUAGE::allows)
                .ifPresent(language -> envelope.put("language", language));
        Entry.Content content = entry.content().orElseGet(() -> whatElseItSays(entry));
        envelope.put("contentType", content.html() ? "text/html" : "text/plain").put("content", content.text());
        return bytes(envelope);
    }

    /** By its own name where it has one, else by its page; an entry without either is what its bytes are. */
    private static Optional<PostId> id(Entry entry, String scope) {
        // A name that differs from another in its fragment only is another name.
        Optional<NormalUrl> named =
                entry.guid().filter(guid -> guid.indexOf('#') < 0).flatMap(NormalUrl::of);
        if (named.isPresent()) return named.map(PostId::ofUrl);
        if (entry.guid().isPresent()) {
            String guid = entry.guid().get();
            // What names itself for the whole world, as tag: and urn: do, needs no scope.
            return Optional.of(PostId.ofEntry(guid.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*") ? "" : scope, guid));
        }
        return entry.url().flatMap(NormalUrl::of).map(PostId::ofUrl);
    }

    private static void authors(ObjectNode envelope, List<Entry.Author> authors) {
        ArrayNode list = JSON.createArrayNode();
        for (Entry.Author author : authors) {
            cut(Rule.NAME, author.name()).ifPresent(name -> {
                ObjectNode named = list.addObject().put("name", name);
                if (author.url() != null && Rule.URL.allows(author.url())) named.put("url", author.url());
            });
        }
        if (!list.isEmpty()) envelope.set("authors", list);
    }

    /** Empty where nothing is left of the text but blanks, as of a title of control characters. */
    private static Optional<String> cut(Rule rule, String text) {
        return Optional.of(rule.cut(text)).filter(cut -> !cut.isBlank());
    }

    /** A post has something to read. An entry that is a title and a link says those; no entry is dropped. */
    private static Entry.Content whatElseItSays(Entry entry) {
        return Stream.of(entry.title(), entry.url(), entry.guid(), names(entry), entry.published(), entry.updated())
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> new Entry.Content(false, text))
                .orElseGet(() -> new Entry.Content(false, String.join(", ", entry.tags())));
    }

    private static Optional<String> names(Entry entry) {
        String names = entry.authors().stream().map(Entry.Author::name).collect(Collectors.joining(", "));
        return Optional.of(names).filter(text -> !text.isEmpty());
    }

    private static byte[] bytes(ObjectNode envelope) {
        try {
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry cannot be written", e);
        }
    }
}
