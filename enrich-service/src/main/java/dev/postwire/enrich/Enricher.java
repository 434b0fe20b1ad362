package dev.postwire.enrich;

import dev.postwire.enrich.extract.Extraction;
import dev.postwire.enrich.extract.Extractor;
import dev.postwire.enrich.fingerprint.Fingerprinter;
import dev.postwire.enrich.fingerprint.Fingerprinter.Fingerprinted;
import dev.postwire.enrich.metadata.Metadata;
import dev.postwire.enrich.post.EnrichedPost;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jsoup.nodes.Element;

/**
 * Turns one raw post into one document, step by step. Pure: the same post gives the same outcome on every instance that has the
 * same knowledge, at every time. Never throws for a post, however hostile. Thread-safe.
 */
public final class Enricher {
    /** Rises by one with every change that changes documents; of two results of one raw record the higher version's stands. */
    public static final String VERSION = "5";

    private static final Logger LOGGER = Logger.getLogger(Enricher.class);

    private final Reader reader = new Reader();
    private final Extractor extractor;
    private final Sanitiser sanitiser = new Sanitiser();
    private final Renderer renderer = new Renderer();
    private final Annotator annotator;
    private final Fingerprinter fingerprinter = new Fingerprinter();

    /** With the models that came with this version, and nothing learned of authors' tags. */
    public Enricher() {
        this(new Extractor());
    }

    /** With an extractor of other models, to measure them. */
    public Enricher(Extractor extractor) {
        this(extractor, Knowledge.builtIn());
    }

    public Enricher(Extractor extractor, Knowledge knowledge) {
        this.extractor = extractor;
        this.annotator = new Annotator(knowledge);
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
            LOGGER.errorf(WordlessFault.of(e), "enricher failed on a post postId=%s errorId=%s", raw.id(), errorId);
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
        Annotations annotations = annotator.annotate(rendering, metadata, warnings, trace);
        Fingerprinted identity = trace.step(
                "fingerprint",
                () -> fingerprinter.fingerprint(rendering.text()),
                f -> Map.of("simhash", f.fingerprint().simhash()));
        return new Document(raw, extraction, rendering, annotations, identity, warnings).post();
    }
}
