package dev.postwire.enrich.extract;

import dev.postwire.enrich.blocks.MainContentModel;
import dev.postwire.enrich.metadata.Metadata;
import dev.postwire.enrich.metadata.MetadataResolver;
import dev.postwire.enrich.metadata.PageClaims;
import dev.postwire.enrich.metadata.TagLines;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Warning;
import dev.postwire.enrich.read.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Finds the main content and the metadata of whatever was read. Thread-safe; takes the reading's tree apart. */
public final class Extractor {
    private final LinesExtractor lines;
    private final PageExtractor pages;

    /** With the models that came with this version. */
    public Extractor() {
        this(MainContentModel.load("main-content.model"), MainContentModel.load("scraped-text.model"));
    }

    /** With other models, to measure them. */
    public Extractor(MainContentModel pages, MainContentModel scraped) {
        this.pages = new PageExtractor(pages);
        this.lines = new LinesExtractor(scraped);
    }

    public Extraction extract(Reading reading) {
        List<Claim> claims = new ArrayList<>(reading.claims());
        List<Warning> warnings = new ArrayList<>();
        MainContent main = main(reading.content(), claims, warnings);
        Metadata metadata = MetadataResolver.resolve(claims, warnings);
        metadata.title().ifPresent(title -> dropLeadingTitle(main.root(), title));
        Figures.findFullSizes(main.root());
        return new Extraction(main.root(), metadata, main.removedShare(), warnings, main.notes());
    }

    /** What an extractor of one kind of content found; claims it came by go to the list it was given. */
    record MainContent(Element root, double removedShare, Supplier<Map<String, Object>> notes) {}

    private MainContent main(Reading.Content content, List<Claim> claims, List<Warning> warnings) {
        if (content instanceof Reading.Content.Page page) {
            claims.addAll(PageClaims.of(page.document(), List.copyOf(claims), warnings));
            return pages.extract(page.document());
        }
        if (content instanceof Reading.Content.Lines text) {
            claims.addAll(TagLines.of(text.lines()));
            return lines.extract(text.lines(), claims, warnings);
        }
        Element body = ((Reading.Content.Written) content).document().body();
        leadingHeading(body)
                .ifPresent(heading -> claims.add(
                        new Claim(Claim.Field.TITLE, heading.text(), Claim.Source.MARKUP, heading.tagName())));
        return new MainContent(body, 0, () -> Map.of("chosen", "all of it"));
    }

    /** A title that stands above its own text is said once, in the title. */
    private static void dropLeadingTitle(Element root, String title) {
        leadingHeading(root)
                .filter(heading -> letters(heading.text()).equals(letters(title)))
                .ifPresent(Node::remove);
    }

    /** What is left when signs do not count: links to a heading put some beside it. */
    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
