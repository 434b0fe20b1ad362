package dev.postwire.query.post;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The value of a record on {@code posts.enriched.v1} as this service reads it. A required field that is missing or of another type
 * fails; a field we do not know is none of our business. Nullable components are the contract's optional fields.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnrichedPost(
        String id,
        String eventId,
        RawOrigin origin,
        String url,
        String site,
        String title,
        List<Author> authors,
        OffsetDateTime published,
        Precision publishedPrecision,
        OffsetDateTime updated,
        Precision updatedPrecision,
        Language language,
        String description,
        String image,
        String excerpt,
        String html,
        String markdown,
        String text,
        List<Heading> outline,
        List<Image> images,
        List<Link> links,
        List<CodeBlock> codeBlocks,
        List<Tag> tags,
        List<Entity> entities,
        Stats stats,
        Fingerprint fingerprint,
        Enricher enricher,
        List<Warning> warnings) {

    public EnrichedPost {
        Require.postId(id, "id");
        Require.text(eventId, "eventId");
        Require.present(origin, "origin");
        Require.textOrAbsent(title, "title");
        if (url != null) Require.text(site, "site");
        Require.present(language, "language");
        Require.textOrAbsent(description, "description");
        Require.textOrAbsent(image, "image");
        Require.present(html, "html");
        Require.present(markdown, "markdown");
        Require.present(text, "text");
        authors = authors == null ? List.of() : List.copyOf(authors);
        outline = List.copyOf(Require.present(outline, "outline"));
        images = List.copyOf(Require.present(images, "images"));
        links = List.copyOf(Require.present(links, "links"));
        codeBlocks = List.copyOf(Require.present(codeBlocks, "codeBlocks"));
        tags = List.copyOf(Require.present(tags, "tags"));
        entities = List.copyOf(Require.present(entities, "entities"));
        Require.present(stats, "stats");
        Require.present(fingerprint, "fingerprint");
        Require.present(enricher, "enricher");
        warnings = List.copyOf(Require.present(warnings, "warnings"));
        date(published, publishedPrecision, "published");
        date(updated, updatedPrecision, "updated");
    }

    private static void date(OffsetDateTime date, Precision precision, String field) {
        if (date == null) return;
        Require.present(precision, field + "Precision");
        if (date.getYear() < 1 || date.getYear() > 9999) throw new IllegalArgumentException(field + " is out of range");
    }

    /** Where this version came from. */
    public Origin from() {
        return new Origin(
                origin.partition(), origin.offset(), origin.receivedAt().toInstant());
    }

    public Optional<OffsetDateTime> publishedAt() {
        return Optional.ofNullable(published);
    }

    /** Leaves out what people wrote. */
    @Override
    public String toString() {
        return "EnrichedPost[id=" + id + ", origin=" + origin.partition() + "-" + origin.offset() + "]";
    }

    /** How much of a date is known. Named as in the contract. */
    public enum Precision {
        year,
        month,
        day,
        time
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RawOrigin(
            Integer partition, Long offset, OffsetDateTime receivedAt, String contentType, Long bytes, String sha256) {
        public RawOrigin {
            Require.notNegative(partition, "origin.partition");
            Require.notNegative(offset, "origin.offset");
            Require.present(receivedAt, "origin.receivedAt");
            Require.text(contentType, "origin.contentType");
            Require.notNegative(bytes, "origin.bytes");
            Require.sha256(sha256, "origin.sha256");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Author(String name, String url) {
        public Author {
            Require.text(name, "authors.name");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Language(String code, Double confidence, Source from, String detected) {
        private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

        public Language {
            Require.matches(TAG, code, "language.code");
            Require.share(confidence, "language.confidence");
            Require.present(from, "language.from");
            Require.textOrAbsent(detected, "language.detected");
        }

        /** Who said which language it is. Named as in the contract. */
        public enum Source {
            author,
            detected
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Heading(Integer level, String title, Integer start) {
        public Heading {
            if (Require.present(level, "outline.level") < 1 || level > 6) {
                throw new IllegalArgumentException("outline.level is not between 1 and 6");
            }
            Require.text(title, "outline.title");
            Require.notNegative(start, "outline.start");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Image(String url, String alt, String caption, String fullSizeUrl) {
        public Image {
            Require.text(url, "images.url");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Link(String url, String text, Integer start, Integer end) {
        public Link {
            Require.text(url, "links.url");
            Require.text(text, "links.text");
            span(start, end, "links");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CodeBlock(String language, Integer start, Integer end) {
        public CodeBlock {
            span(start, end, "codeBlocks");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Tag(String slug, String label, List<Source> from, Double confidence, List<Evidence> evidence) {
        public Tag {
            Require.text(slug, "tags.slug");
            Require.text(label, "tags.label");
            from = List.copyOf(Require.present(from, "tags.from"));
            Require.share(confidence, "tags.confidence");
            evidence = List.copyOf(Require.present(evidence, "tags.evidence"));
        }

        /** Who gave the tag. Named as in the contract. */
        public enum Source {
            author,
            vocabulary,
            learned,
            proposed
        }
    }

    /** Why: a span of the text, or the place outside it where somebody said so. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Evidence(Integer start, Integer end, String quote, String source, String value) {
        public Evidence {
            if (start == null && end == null && quote == null) {
                Require.text(source, "tags.evidence.source");
                Require.text(value, "tags.evidence.value");
            } else {
                span(start, end, "tags.evidence");
                Require.text(quote, "tags.evidence.quote");
            }
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entity(Kind type, String name, List<Mention> mentions) {
        public Entity {
            Require.present(type, "entities.type");
            Require.text(name, "entities.name");
            mentions = List.copyOf(Require.present(mentions, "entities.mentions"));
        }

        /** What an entity is. Named as in the contract. */
        public enum Kind {
            person,
            organization,
            software,
            event,
            place
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Mention(Integer start, Integer end, String quote) {
        public Mention {
            span(start, end, "entities.mentions");
            Require.text(quote, "entities.mentions.quote");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Stats(Integer words, Integer readingMinutes, Double removedShare) {
        public Stats {
            Require.notNegative(words, "stats.words");
            Require.notNegative(readingMinutes, "stats.readingMinutes");
            Require.share(removedShare, "stats.removedShare");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fingerprint(String textSha256, String simhash) {
        private static final Pattern SIMHASH = Pattern.compile("[0-9a-f]{16}");

        public Fingerprint {
            Require.sha256(textSha256, "fingerprint.textSha256");
            Require.matches(SIMHASH, simhash, "fingerprint.simhash");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Enricher(String version, String vocabulary) {
        public Enricher {
            EnricherVersion.parse(version);
        }

        /** Parsed; the text was checked when this was made. */
        public EnricherVersion number() {
            return EnricherVersion.parse(version);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Warning(String code, String detail) {
        public Warning {
            Require.text(code, "warnings.code");
            Require.text(detail, "warnings.detail");
        }
    }

    private static void span(Integer start, Integer end, String field) {
        Require.notNegative(start, field + ".start");
        Require.notNegative(end, field + ".end");
    }
}
