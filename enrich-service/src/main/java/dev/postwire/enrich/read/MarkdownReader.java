package dev.postwire.enrich.read;

import dev.postwire.enrich.read.dialect.Dialects;
import dev.postwire.enrich.tree.Pruning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Document;

/** CommonMark with tables, footnotes, task lists and strikethrough to a tree; raw HTML in it is read as such. Thread-safe. */
final class MarkdownReader {
    /** Bounds of nesting, which keep the parser's time linear on hostile input. */
    private static final int MAX_OPEN_BLOCKS = 100;

    private static final int MAX_INLINE_NESTING = 100;
    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            FootnotesExtension.create(),
            TaskListItemsExtension.create());

    private final Parser parser = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
            .maxInlineNesting(MAX_INLINE_NESTING)
            .build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .attributeProviderFactory(context -> MarkdownReader::nameLanguage)
            .build();

    /** @param values what the post's front matter says, by folded key, for where the text names it */
    Document read(String markdown, Map<String, String> values) {
        String plain = Dialects.plain(markdown, values, this::inlineHtml);
        Node root = parser.parse(plain);
        Optional<Document> built = TreeBuilder.build(root);
        if (built.isPresent()) return built.get();
        String html = renderer.render(root);
        Document document = Html.parse(html);
        if (!html.contains("footnote-")) return document;
        // Jumps within a page: the way back says nothing, and the number needs its brackets to stand apart from the
        // word before.
        Pruning.remove(document.select("a.footnote-backref"));
        document.select("sup.footnote-ref").forEach(mark -> mark.text("[" + mark.text() + "]"));
        return document;
    }

    private static void nameLanguage(Node node, String tag, Map<String, String> attributes) {
        if (!(node instanceof FencedCodeBlock code) || !tag.equals("code")) return;
        String language = CodeLanguage.of(code.getInfo());
        if (language.isEmpty()) attributes.remove("class");
        else attributes.put("class", "language-" + language);
    }

    /** One line of Markdown without a paragraph around it; raw HTML in it is shown as text. */
    private String inlineHtml(String line) {
        String html =
                renderer.render(parser.parse(line.replace("<", "&lt;").strip())).strip();
        boolean paragraph = html.startsWith("<p>") && html.endsWith("</p>") && html.lastIndexOf("<p>") == 0;
        return (paragraph ? html.substring(3, html.length() - 4) : html).replace("\n", " ");
    }
}
