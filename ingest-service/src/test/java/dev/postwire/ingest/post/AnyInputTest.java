package dev.postwire.ingest.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postwire.ingest.feed.Entry;
import dev.postwire.ingest.feed.EntryEnvelope;
import dev.postwire.ingest.feed.FeedReader;
import dev.postwire.ingest.feed.FeedSource;
import dev.postwire.ingest.feed.MalformedFeedException;
import dev.postwire.ingest.format.Lines;
import dev.postwire.platform.coding.BrokenCodingException;
import dev.postwire.platform.coding.ContentCoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever comes in gets a verdict; nothing is thrown that has no answer, and a text that is taken is the text that came. */
class AnyInputTest {
    private static final int FEW = 500;
    private static final int MANY = 100_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final ContentType ENVELOPE =
            ContentType.of("application/json").orElseThrow();
    private static final List<String> JSON_PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "\"id\"",
            "\"url\"",
            "\"content\"",
            "\"authors\"",
            "\"tags\"",
            "\"title\"",
            "\"idempotencyKey\"",
            "\"a\"",
            "\"https://a.example/\"",
            "null",
            "true",
            "1e999999999",
            "-0",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\u0000",
            "\ufeff",
            "\n",
            " ",
            "{\"content\":\"x\"}",
            "{\"content\":\"x\",\"content\":\"y\"}",
            "[[[[",
            "\ud83d\ude00");
    private static final List<String> FEED_PIECES = List.of(
            "<rss>",
            "</rss>",
            "<channel>",
            "</channel>",
            "<item>",
            "</item>",
            "<feed xmlns='http://www.w3.org/2005/Atom'>",
            "</feed>",
            "<entry>",
            "</entry>",
            "<title>",
            "</title>",
            "<link href='",
            "'/>",
            "<content type='xhtml'>",
            "</content>",
            "<id>",
            "</id>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<!DOCTYPE x [",
            "<!ENTITY a '",
            "'>",
            "]>",
            "&a;",
            "&#x110000;",
            "&#xd800;",
            "&amp;",
            "&",
            "<",
            ">",
            "<pubDate>",
            "</pubDate>",
            "Thu, 99 Jan 2004 99:99:99 ZZZ",
            "9999999999-01-01",
            "http://[",
            "//a",
            "xml:base='%%'",
            "<dc:creator>",
            "</dc:creator>",
            "text",
            " ",
            "\n",
            "\u0000",
            "<author><uri>",
            "</uri></author>",
            "{\"items\":[{",
            "\"id\":1",
            "}]}",
            "<?xml version='1.0' encoding='utf-7'?>");

    private final Intake intake = new Intake(Namespace.ANY);

    @Property(tries = FEW)
    void anyBytesAsAnEnvelope(@ForAll byte[] bytes) throws IOException {
        judged(bytes);
    }

    @Property(tries = FEW)
    void anyJsonAsAnEnvelope(@ForAll("json") String text) throws IOException {
        judged(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = MANY)
    @Tag("soak")
    void veryManyEnvelopes(@ForAll("json") String text) throws IOException {
        judged(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = FEW)
    void anyFeed(@ForAll("feed") String text, @ForAll byte[] tail) throws IOException {
        fed(text.getBytes(StandardCharsets.UTF_8));
        fed((text + new String(tail, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.UTF_16));
        fed(tail);
    }

    @Property(tries = MANY)
    @Tag("soak")
    void veryManyFeeds(@ForAll("feed") String text) throws IOException {
        fed(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = FEW)
    void anyTextComesBackAsItWentIn(@ForAll String content) throws IOException {
        // What cannot be written in UTF-8 is no text.
        byte[] envelope = JSON.writeValueAsBytes(Map.of("content", "." + content.replaceAll("\\p{Cs}", "")));
        Verdict.Accepted accepted = (Verdict.Accepted) judged(envelope);
        if (accepted.submission().body() != envelope) throw new AssertionError("other bytes");
    }

    @Property(tries = FEW)
    void anyBytesAsABatch(@ForAll byte[] bytes, @ForAll("json") String text) throws IOException {
        byte[] batch = (new String(bytes, StandardCharsets.ISO_8859_1) + text).getBytes(StandardCharsets.ISO_8859_1);
        Lines lines = new Lines(new ByteArrayInputStream(batch), 20);
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get() instanceof Lines.Line.Whole whole) judged(whole.bytes());
        }
    }

    @Property(tries = FEW)
    void anyBytesUnpacked(@ForAll byte[] bytes, @ForAll ContentCoding coding) {
        try {
            coding.unpack(bytes, 1000);
        } catch (BrokenCodingException e) {
            if (e.getMessage().isBlank()) throw new AssertionError("no reason");
        }
    }

    @Property(tries = FEW)
    void anyParametersAndHeaders(@ForAll String name, @ForAll String value) {
        Metadata.read(Map.of(
                name, List.of(value), "url", List.of(value), "published", List.of(value), "language", List.of(value)));
        ContentType.of(value);
        ContentCoding.of(value);
        IdempotencyKey.ofHeader(Optional.of(name), value);
        PostId.of(value);
        NormalUrl.of("https://" + value).ifPresent(url -> {
            if (!NormalUrl.of(url.value()).equals(Optional.of(url))) throw new AssertionError("not normal: " + url);
        });
    }

    @Provide
    Arbitrary<String> json() {
        return pieces(JSON_PIECES);
    }

    @Provide
    Arbitrary<String> feed() {
        return Combinators.combine(
                        Arbitraries.of("", "<rss><channel><item>", "<feed><entry>", "{\"items\":["),
                        pieces(FEED_PIECES))
                .as(String::concat);
    }

    private static Arbitrary<String> pieces(List<String> pieces) {
        return Arbitraries.oneOf(Arbitraries.of(pieces), Arbitraries.strings().ofMaxLength(5))
                .list()
                .ofMaxSize(30)
                .map(list -> String.join("", list));
    }

    private Verdict judged(byte[] envelope) throws IOException {
        Verdict verdict = intake.judge(ENVELOPE, Metadata.NONE, envelope);
        if (verdict instanceof Verdict.Accepted) {
            JsonNode read = JSON.readTree(envelope);
            if (read.get("content").textValue().isBlank()) throw new AssertionError("taken without content");
        }
        return verdict;
    }

    private void fed(byte[] feed) throws IOException {
        try {
            for (Entry entry : FeedReader.read(feed, FeedSource.UNKNOWN)) judged(EntryEnvelope.of(entry, ""));
        } catch (MalformedFeedException e) {
            if (e.line() < 1 || e.column() < 1) throw new AssertionError("nowhere: " + e.getMessage());
        }
    }
}
