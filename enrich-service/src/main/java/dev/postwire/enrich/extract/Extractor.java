package dev.postwire.enrich.extract;

import dev.postwire.enrich.metadata.Metadata;
import dev.postwire.enrich.metadata.MetadataResolver;
import dev.postwire.enrich.metadata.PageClaims;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Warning;
import dev.postwire.enrich.read.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Finds the main content and the metadata of whatever was read. Thread-safe; takes the reading's tree apart. */
public final class Extractor {
    private final LinesExtractor lines = new LinesExtractor();

    public Extraction extract(Reading reading) {
        List<Claim> claims = new ArrayList<>(reading.claims());
        List<Warning> warnings = new ArrayList<>();
        Map<String, Object> notes = new HashMap<>();
        MainContent main = main(reading.content(), claims, warnings);
        notes.putAll(main.notes());
        Metadata metadata = MetadataResolver.resolve(claims, warnings);
        metadata.title().ifPresent(title -> dropLeadingTitle(main.root(), title));
        Figures.findFullSizes(main.root());
        return new Extraction(main.root(), metadata, main.removedShare(), warnings, notes);
    }

    /** What an extractor of one kind of content found; claims it came by go to the list it was given. */
    record MainContent(Element root, double removedShare, Map<String, Object> notes) {}

    private MainContent main(Reading.Content content, List<Claim> claims, List<Warning> warnings) {
        if (content instanceof Reading.Content.Page page) {
            claims.addAll(PageClaims.of(page.document(), List.copyOf(claims), warnings));
            return PageExtractor.extract(page.document());
        }
        if (content instanceof Reading.Content.Lines text) return lines.extract(text.lines(), claims);
        Element body = ((Reading.Content.Written) content).document().body();
        leadingHeading(body)
                .ifPresent(heading -> claims.add(
                        new Claim(Claim.Field.TITLE, heading.text(), Claim.Source.MARKUP, heading.tagName())));
        return new MainContent(body, 0, Map.of("candidate", "all of it"));
    }

    /** A title that stands above its own text is said once, in the title. */
    private static void dropLeadingTitle(Element root, String title) {
        leadingHeading(root)
                .filter(heading -> heading.text().strip().equalsIgnoreCase(title.strip()))
                .ifPresent(Node::remove);
    }

    /** An {@code h1} before any other text. */
    private static Optional<Element> leadingHeading(Element root) {
        Node node = root;
        while (node instanceof Element element) {
            if (element.normalName().equals("h1")) return Optional.of(element);
            Node first = null;
            for (Node child : element.childNodes()) {
                boolean shows =
                        child instanceof TextNode text ? !text.isBlank() : child instanceof Element e && e.hasText();
                if (shows) {
                    first = child;
                    break;
                }
            }
            node = first;
        }
        return Optional.empty();
    }
}
