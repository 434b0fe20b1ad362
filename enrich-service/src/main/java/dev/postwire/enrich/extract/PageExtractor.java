package dev.postwire.enrich.extract;

import dev.postwire.enrich.blocks.MainContentModel;
import dev.postwire.enrich.blocks.PageBlocks;
import dev.postwire.enrich.blocks.Selection;
import dev.postwire.enrich.extract.Extractor.MainContent;
import dev.postwire.enrich.metadata.DeclaredBody;
import dev.postwire.enrich.read.Html;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The main content of a whole page: the blocks that a learned model judges to be it, with the elements around them. Whatever kind
 * of page it is, no rule of ours says where its main content has to stand.
 */
final class PageExtractor {
    /** A page that shows fewer letters may show the rest only by script. */
    private static final int FEW_LETTERS = 600;

    /** Of a declared body; each takes memory. What comes after them stands in longer ones. */
    private static final int MOST_PARAGRAPHS = 10_000;

    private final MainContentModel model;

    PageExtractor(MainContentModel model) {
        this.model = model;
    }

    MainContent extract(Document page) {
        PageBlocks blocks = PageBlocks.of(page);
        if (blocks.letters() < FEW_LETTERS) {
            Optional<String> declared = DeclaredBody.of(page).filter(text -> text.length() > 2 * blocks.letters());
            if (declared.isPresent()) {
                return new MainContent(
                        body(declared.get()), 0, () -> Map.of("chosen", "the body its JSON-LD declares"));
            }
        }
        // Better a page with all there is on it than a post without its pictures.
        if (blocks.size() == 0) {
            return new MainContent(page.body(), 0, () -> Map.of("chosen", "the whole page: it has no words"));
        }
        Selection selection = model.select(blocks);
        return new MainContent(selection.content(page.body()), selection.removedShare(), selection::notes);
    }

    private static Element body(String declared) {
        if (declared.indexOf("</") > 0) return Html.parse(declared).body();
        Element body = Document.createShell("").body();
        List<String> lines = declared.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        int apart = Math.min(lines.size(), MOST_PARAGRAPHS);
        for (String line : lines.subList(0, apart)) body.appendElement("p").appendText(line);
        LinesExtractor.appendJoined(lines.subList(apart, lines.size()), body);
        return body;
    }
}
