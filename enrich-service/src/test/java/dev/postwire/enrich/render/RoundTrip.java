package dev.postwire.enrich.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.RawPosts;
import dev.postwire.enrich.sanitise.Sanitiser;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Element;

/**
 * What holds for every tree {@code t} that a parser can give, where {@code s} sanitises, {@code h}, {@code m} and {@code x} write
 * HTML, Markdown and text: {@code h(s(parse(h(s(t))))) = h(s(t))}, and {@code h(s(parse(commonmark(m(s(t)))))) = h(s(t))}, both to
 * the character; and every span of {@code x(s(t))} is the words it is said to be.
 */
public final class RoundTrip {
    private static final int DEPTH = 256;
    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            FootnotesExtension.create(),
            TaskListItemsExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(100)
            .maxInlineNesting(100)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private static final Sanitiser SANITISER = new Sanitiser();

    private RoundTrip() {}

    /** Markdown by CommonMark with the extensions in use, to HTML. */
    public static String commonmark(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    public static Element parse(String html) {
        return org.jsoup.parser.Parser.htmlParser()
                .setMaxDepth(DEPTH)
                .parseInput(html, "")
                .body();
    }

    public static void assertHolds(String html) {
        Element clean = SANITISER.sanitise(parse(html), Optional.of(URI.create("https://x.example/posts/one")));
        Rendering rendering = new Renderer().render(clean);

        assertEquals(rendering.html(), again(rendering.html()), "the HTML, read again");
        assertEquals(rendering.html(), again(commonmark(rendering.markdown())), rendering.markdown());
        assertOffsetsHold(clean, rendering);
    }

    private static String again(String html) {
        return new Renderer()
                .render(SANITISER.sanitise(parse(html), Optional.empty()))
                .html();
    }

    private static void assertOffsetsHold(Element clean, Rendering rendering) {
        String text = rendering.text();
        rendering.links().forEach(link -> assertEquals(link.text(), RawPosts.span(text, link.start(), link.end())));
        rendering
                .outline()
                .forEach(section -> assertTrue(text.substring(text.offsetByCodePoints(0, section.start()))
                        .startsWith(section.title())));
        List<String> code = clean.select("pre").stream().map(Element::wholeText).toList();
        assertEquals(
                code,
                rendering.codeBlocks().stream()
                        .map(block -> RawPosts.span(text, block.start(), block.end()))
                        .toList());
    }
}
