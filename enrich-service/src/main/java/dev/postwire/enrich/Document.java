package dev.postwire.enrich;

import dev.postwire.enrich.extract.Extraction;
import dev.postwire.enrich.fingerprint.Fingerprinter.Fingerprinted;
import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.metadata.Metadata;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.post.EnrichedPost.Author;
import dev.postwire.enrich.post.Moment;
import dev.postwire.enrich.post.RawPost;
import dev.postwire.enrich.post.Warning;
import dev.postwire.enrich.render.Rendering;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the steps made of one raw post, to be put together as it is published. */
record Document(
        RawPost raw,
        Extraction extraction,
        Rendering content,
        Annotations annotations,
        Fingerprinted identity,
        List<Warning> warnings) {

    EnrichedPost post() {
        Metadata metadata = extraction.metadata();
        return new EnrichedPost(
                raw.id(),
                raw.eventId(),
                origin(),
                metadata.url().map(URI::toString).orElse(null),
                metadata.site().orElse(null),
                metadata.title().orElse(null),
                authors(metadata),
                metadata.published().map(Moment::text).orElse(null),
                metadata.published().map(moment -> moment.precision().code()).orElse(null),
                metadata.updated().map(Moment::text).orElse(null),
                metadata.updated().map(moment -> moment.precision().code()).orElse(null),
                annotations.language(),
                metadata.description().orElse(null),
                metadata.image().map(URI::toString).orElse(null),
                Excerpt.of(content.text(), content.outline(), captions(content)).orElse(null),
                content.html(),
                content.markdown(),
                content.text(),
                content.outline(),
                content.images(),
                content.links(),
                content.codeBlocks(),
                annotations.tags(),
                annotations.entities(),
                new EnrichedPost.Stats(
                        identity.words(), Excerpt.readingMinutes(identity.words()), extraction.removedShare()),
                identity.fingerprint(),
                annotations.enricher(),
                warnings);
    }

    private static Set<String> captions(Rendering content) {
        return content.images().stream()
                .map(EnrichedPost.Image::caption)
                .filter(Objects::nonNull)
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    static List<Author> authors(Metadata metadata) {
        return metadata.authors().stream()
                .map(author -> new Author(author.name(), author.url().orElse(null)))
                .toList();
    }

    private EnrichedPost.Origin origin() {
        return new EnrichedPost.Origin(
                raw.origin().partition(),
                raw.origin().offset(),
                raw.origin().receivedAt().toString(),
                raw.contentType(),
                raw.bytes().length,
                Sha256.hex(raw.bytes()));
    }
}
