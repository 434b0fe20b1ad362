package dev.postwire.enrich.read;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.RawPost;
import dev.postwire.enrich.post.Reason;
import dev.postwire.enrich.post.UnreadableException;
import dev.postwire.enrich.post.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a raw post by its media type. Throws {@link UnreadableException} for what no reader can make a post of. Thread-safe. */
public final class Reader {
    private final EnvelopeReader envelopes = new EnvelopeReader();
    private final FrontMatterReader frontMatter = new FrontMatterReader();
    private final MarkdownReader markdown = new MarkdownReader();

    public Reading read(RawPost raw) {
        MediaType type = MediaType.of(raw.contentType());
        Charsets.Decoded decoded = Charsets.decode(raw.bytes(), type);
        List<Claim> claims = new ArrayList<>(raw.claims());
        String text = decoded.text();
        String name = type.name();
        if (name.equals(MediaType.ENVELOPE)) {
            EnvelopeReader.Envelope envelope = envelopes.read(text);
            claims.addAll(envelope.claims());
            text = envelope.content();
            name = MediaType.of(envelope.contentType()).name();
        }
        List<Warning> warnings = new ArrayList<>(decoded.warnings());
        Reading.Content content = content(name, text, claims, warnings);
        return new Reading(content, claims, warnings, Map.of("charset", decoded.charset(), "format", name));
    }

    private Reading.Content content(String name, String text, List<Claim> claims, List<Warning> warnings) {
        return switch (name) {
            case MediaType.MARKDOWN -> {
                FrontMatterReader.FrontMatter matter = frontMatter.read(text);
                claims.addAll(matter.claims());
                warnings.addAll(matter.warnings());
                yield new Reading.Content.Written(markdown.read(matter.body(), matter.values(), warnings));
            }
            case MediaType.HTML -> new Reading.Content.Page(Html.parse(text, warnings));
            case MediaType.PLAIN -> new Reading.Content.Lines(text.lines().toList());
            default ->
                throw new UnreadableException(
                        Reason.UNSUPPORTED_MEDIA_TYPE, "only Markdown, HTML, plain text and JSON envelopes are read");
        };
    }
}
