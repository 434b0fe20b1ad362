package dev.postwire.bench.million;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.enrich.fingerprint.Fingerprinter;
import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.post.EnrichedPost.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;

/** Made-up posts as the enricher would publish them. Safe for any number of threads. */
public final class Events {
    public static final int PARTITIONS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PostMaker maker = new PostMaker();
    private final Fingerprinter fingerprinter = new Fingerprinter();

    /**
     * @param enriched the value on posts.enriched.v1
     * @param ledger the value on posts.ledger.v1
     */
    public record Event(String id, int partition, long offset, Instant receivedAt, byte[] enriched, byte[] ledger) {}

    public Event event(int number) {
        MadeUpPost post = maker.make(number);
        Instant receivedAt = PostMaker.LATEST.plusMillis(number * 20L);
        int partition = number % PARTITIONS;
        long offset = number / PARTITIONS;
        Fingerprint fingerprint = fingerprinter.fingerprint(post.text()).fingerprint();
        return new Event(
                post.id(),
                partition,
                offset,
                receivedAt,
                bytes(enriched(post, partition, offset, receivedAt, fingerprint)),
                bytes(ledger(partition, offset, receivedAt)));
    }

    private static ObjectNode enriched(
            MadeUpPost post, int partition, long offset, Instant receivedAt, Fingerprint fingerprint) {
        String text = post.text();
        String html = post.paragraphs().stream().map(p -> "<p>" + p + "</p>").collect(Collectors.joining("\n"));
        ObjectNode json = JSON.createObjectNode();
        json.put("id", post.id()).put("eventId", "made-up-" + post.id());
        json.putObject("origin")
                .put("partition", partition)
                .put("offset", offset)
                .put("receivedAt", receivedAt.toString())
                .put("contentType", "text/markdown; charset=utf-8")
                .put("bytes", text.length())
                .put("sha256", fingerprint.textSha256());
        json.put("url", "https://" + post.siteName() + "/" + post.id()).put("site", post.siteName());
        json.put("title", post.title());
        json.putArray("authors").addObject().put("name", post.author());
        json.put("published", post.published().toString()).put("publishedPrecision", "time");
        json.putObject("language")
                .put("code", post.tongue().code)
                .put("confidence", 1.0)
                .put("from", "detected");
        json.put(
                "excerpt",
                text.substring(0, text.offsetByCodePoints(0, Math.min(100, text.codePointCount(0, text.length())))));
        json.put("html", html).put("markdown", text + "\n").put("text", text);
        for (String list : new String[] {"outline", "images", "links", "codeBlocks"}) json.putArray(list);
        tags(json, post);
        entity(json, post);
        json.putObject("stats")
                .put("words", text.length() / 6)
                .put("readingMinutes", 1)
                .put("removedShare", 0.0);
        json.putObject("fingerprint")
                .put("textSha256", fingerprint.textSha256())
                .put("simhash", fingerprint.simhash());
        json.putObject("enricher").put("version", "1.0").put("vocabulary", "made-up");
        json.putArray("warnings");
        return json;
    }

    private static void tags(ObjectNode json, MadeUpPost post) {
        var tags = json.putArray("tags");
        post.topics().forEach(topic -> {
            String name = MadeUpPost.tag(topic);
            ObjectNode tag =
                    tags.addObject().put("slug", name).put("label", name).put("confidence", 1.0);
            tag.putArray("from").add("author");
            tag.putArray("evidence").addObject().put("source", "front matter").put("value", name);
        });
    }

    private static void entity(ObjectNode json, MadeUpPost post) {
        String text = post.text();
        int end = text.offsetByCodePoints(0, 2);
        json.putArray("entities")
                .addObject()
                .put("type", "organization")
                .put("name", "Org " + post.topics().get(0) % 500)
                .putArray("mentions")
                .addObject()
                .put("start", 0)
                .put("end", 2)
                .put("quote", text.substring(0, end));
    }

    private static ObjectNode ledger(int partition, long offset, Instant receivedAt) {
        ObjectNode json = JSON.createObjectNode();
        json.put("partition", partition).put("offset", offset).put("outcome", "enriched");
        json.put("receivedAt", receivedAt.toString());
        String fingerprint = Sha256.hex((partition + "-" + offset).getBytes(StandardCharsets.UTF_8));
        json.putObject("current").put("offset", offset).put("fingerprint", fingerprint);
        return json;
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
