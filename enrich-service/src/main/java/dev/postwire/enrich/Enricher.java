package dev.postwire.enrich;

import dev.postwire.enrich.extract.Extraction;
import dev.postwire.enrich.extract.Extractor;
import dev.postwire.enrich.fingerprint.Fingerprinter;
import dev.postwire.enrich.fingerprint.Fingerprinter.Fingerprinted;
import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.language.LanguageStep;
import dev.postwire.enrich.metadata.Metadata;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.post.EnrichedPost.Author;
import dev.postwire.enrich.post.EnrichedPost.EnricherVersion;
import dev.postwire.enrich.post.EnrichedPost.Language;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import dev.postwire.enrich.post.Moment;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.RawPost;
import dev.postwire.enrich.post.Reason;
import dev.postwire.enrich.post.Trace;
import dev.postwire.enrich.post.UnreadableException;
import dev.postwire.enrich.post.Warning;
import dev.postwire.enrich.read.Reader;
import dev.postwire.enrich.read.Reading;
import dev.postwire.enrich.render.Renderer;
import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.sanitise.Sanitiser;
import dev.postwire.enrich.tag.AuthorTags;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jsoup.nodes.Element;

/**
 * Turns one raw post into one document, step by step. Pure: the same post gives the same outcome on every instance and at every
 * time. Never throws for a post, however hostile. Thread-safe.
 */
public final class Enricher {
    /** Rises with every change that changes documents; of two results of one raw record the higher version's stands. */
    public static final String VERSION = "2";

    private static final Logger LOGGER = Logger.getLogger(Enricher.class);

    private final Reader reader = new Reader();
    private final Extractor extractor;
    private final Sanitiser sanitiser = new Sanitiser();
    private final Renderer renderer = new Renderer();
    private final LanguageStep languages = new LanguageStep();
    private final AuthorTags authorTags = new AuthorTags();
    private final Fingerprinter fingerprinter = new Fingerprinter();

    /** With the models that came with this version. */
    public Enricher() {
        this(new Extractor());
    }

    /** With an extractor of other models, to measure them. */
    public Enricher(Extractor extractor) {
        this.extractor = extractor;
    }

    public Outcome enrich(RawPost raw) {
        return enrich(raw, Trace.untold());
    }

    /** As {@link #enrich(RawPost)}, with every step noted in {@code trace}. */
    public Outcome enrich(RawPost raw, Trace trace) {
        try {
            return new Outcome.Enriched(document(raw, trace));
        } catch (UnreadableException e) {
            return e.outcome();
        } catch (RuntimeException | StackOverflowError e) {
            // One post must not stop the others. The id finds the cause in the log; the post's words stay out of it.
            String errorId = UUID.randomUUID().toString();
            LOGGER.errorf(e, "enricher failed on a post postId=%s errorId=%s", raw.id(), errorId);
            return new Outcome.Rejected(Reason.ENRICHER_FAULT, "a fault of ours, errorId " + errorId);
        }
    }

    private EnrichedPost document(RawPost raw, Trace trace) {
        Reading reading = trace.step("read", () -> reader.read(raw), Reading::notes);
        List<Warning> warnings = new ArrayList<>(reading.warnings());
        Extraction extraction = trace.step(
                "extract", () -> extractor.extract(reading), e -> e.notes().get());
        warnings.addAll(extraction.warnings());
        Metadata metadata = extraction.metadata();
        Optional<URI> base = metadata.url();
        Element clean = trace.step(
                "sanitise",
                () -> sanitiser.sanitise(extraction.main(), base),
                body -> Map.of("blocks", body.childrenSize()));
        Rendering rendering = trace.step(
                "render",
                () -> renderer.render(clean),
                r -> Map.of("characters", r.text().length()));
        boolean empty = rendering.text().isBlank() && rendering.images().isEmpty();
        if (empty && metadata.title().isEmpty()) {
            throw new UnreadableException(Reason.NO_CONTENT, "there is no word and no image in it, and no title");
        }
        if (empty) warnings.add(new Warning("no-text", "there is a title and nothing under it"));
        Language language = trace.step(
                "language",
                () -> languages.decide(rendering.text(), rendering.codeBlocks(), metadata.language(), warnings),
                l -> Map.of("code", l.code(), "from", l.from(), "confidence", l.confidence()));
        List<Tag> tags = trace.step(
                "tag",
                () -> authorTags.tags(metadata.tags(), rendering.text()),
                found -> Map.of("author", found.size()));
        Fingerprinted identity = trace.step(
                "fingerprint",
                () -> fingerprinter.fingerprint(rendering.text()),
                f -> Map.of("simhash", f.fingerprint().simhash()));
        return new EnrichedPost(
                raw.id(),
                raw.eventId(),
                origin(raw),
                metadata.url().map(URI::toString).orElse(null),
                metadata.site().orElse(null),
                metadata.title().orElse(null),
                metadata.authors().stream()
                        .map(author -> new Author(author.name(), author.url().orElse(null)))
                        .toList(),
                metadata.published().map(Moment::text).orElse(null),
                metadata.published().map(moment -> moment.precision().code()).orElse(null),
                metadata.updated().map(Moment::text).orElse(null),
                metadata.updated().map(moment -> moment.precision().code()).orElse(null),
                language,
                metadata.description().orElse(null),
                metadata.image().map(URI::toString).orElse(null),
                Excerpt.of(rendering.text(), rendering.outline()).orElse(null),
                rendering.html(),
                rendering.markdown(),
                rendering.text(),
                rendering.outline(),
                rendering.images(),
                rendering.links(),
                rendering.codeBlocks(),
                tags,
                List.of(),
                new EnrichedPost.Stats(
                        identity.words(), Excerpt.readingMinutes(identity.words()), extraction.removedShare()),
                identity.fingerprint(),
                new EnricherVersion(VERSION, null),
                warnings);
    }

    private static EnrichedPost.Origin origin(RawPost raw) {
        return new EnrichedPost.Origin(
                raw.origin().partition(),
                raw.origin().offset(),
                raw.origin().receivedAt().toString(),
                raw.contentType(),
                raw.bytes().length,
                Sha256.hex(raw.bytes()));
    }
}
