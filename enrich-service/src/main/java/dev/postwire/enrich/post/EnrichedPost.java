package dev.postwire.enrich.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * One clean, tagged document: the value of a record on {@code posts.enriched.v1}, whose fields the schema of that name explains.
 * A component that may be unknown is null here and absent in the JSON. {@code start} and {@code end} count Unicode code points
 * in {@code text}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrichedPost(
        String id,
        String eventId,
        Origin origin,
        String url,
        String site,
        String title,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Author> authors,
        String published,
        String publishedPrecision,
        String updated,
        String updatedPrecision,
        Language language,
        String description,
        String image,
        String excerpt,
        String html,
        String markdown,
        String text,
        List<Section> outline,
        List<Image> images,
        List<Link> links,
        List<CodeBlock> codeBlocks,
        List<Tag> tags,
        List<Entity> entities,
        Stats stats,
        Fingerprint fingerprint,
        EnricherVersion enricher,
        List<Warning> warnings) {

    public EnrichedPost {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
    }

    /** The same document, said to be made by those rules. */
    public EnrichedPost by(EnricherVersion other) {
        return new EnrichedPost(
                id,
                eventId,
                origin,
                url,
                site,
                title,
                authors,
                published,
                publishedPrecision,
                updated,
                updatedPrecision,
                language,
                description,
                image,
                excerpt,
                html,
                markdown,
                text,
                outline,
                images,
                links,
                codeBlocks,
                tags,
                entities,
                stats,
                fingerprint,
                other,
                warnings);
    }

    @Override
    public String toString() {
        return "EnrichedPost[id=" + id + ", origin=" + origin + "]";
    }

    /** The raw record, and what it was. */
    public record Origin(int partition, long offset, String receivedAt, String contentType, int bytes, String sha256) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Author(String name, String url) {}

    /** @param from {@code author} or {@code detected}
     * @param detected what was detected where the author said otherwise */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Language(String code, double confidence, String from, String detected) {}

    /** A section title; {@code level} as in HTML, 1 to 6. */
    public record Section(int level, String title, int start) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Image(String url, String alt, String caption, String fullSizeUrl) {}

    public record Link(String url, String text, int start, int end) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CodeBlock(String language, int start, int end) {}

    public record Tag(String slug, String label, List<String> from, double confidence, List<Evidence> evidence) {}

    public record Entity(String type, String name, List<Evidence> mentions) {}

    /** Why: a span of the text, or the place outside it where somebody said so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evidence(Integer start, Integer end, String quote, String source, String value) {
        public static Evidence span(int start, int end, String quote) {
            return new Evidence(start, end, quote, null, null);
        }

        public static Evidence said(Claim claim) {
            return new Evidence(null, null, null, claim.origin(), claim.value());
        }
    }

    public record Stats(int words, int readingMinutes, double removedShare) {}

    public record Fingerprint(String textSha256, String simhash) {}

    /** Which rules made the document.
     * @param model null where nothing is learned yet */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EnricherVersion(String version, String vocabulary, String model) {}
}
