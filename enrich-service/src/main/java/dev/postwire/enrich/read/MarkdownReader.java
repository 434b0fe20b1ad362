package dev.postwire.enrich.read;

import dev.postwire.enrich.post.Warning;
import dev.postwire.enrich.read.dialect.Dialects;
import dev.postwire.enrich.tree.Pruning;
import java.util.ArrayList;
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
import org.jsoup.nodes.Element;

/** CommonMark with tables, footnotes, task lists and strikethrough to a tree; raw HTML in it is read as such. Thread-safe. */
final class MarkdownReader {
    /** Bounds of nesting, which keep the parser's time linear on hostile input. */
    private static final int MAX_OPEN_BLOCKS = 100;

    private static final int MAX_INLINE_NESTING = 100;
    private static final int MOST_PARAGRAPHS = 1_000;
    static final Warning BOUNDED = new Warning(
            "markup-bounded",
            "there are more signs of Markdown in it than are read; of what comes after them only words");

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            FootnotesExtension.create(),
            TaskListItemsExtension.create());

    private final Parser lineParser = builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .attributeProviderFactory(context -> MarkdownReader::nameLanguage)
            .build();

    /**
     * Adds what was odd to {@code warnings}.
     *
     * @param values what the post's front matter says, by folded key, for where the text names it
     */
    Document read(String markdown, Map<String, String> values, List<Warning> warnings) {
        String plain = Dialects.plain(markdown, values, this::inlineHtml);
        int end = MarkdownBound.end(plain);
        BoundedInlines inlines = new BoundedInlines(end);
        Node root = builder().inlineParserFactory(inlines::parser).build().parse(plain.substring(0, end));
        List<Warning> odd = new ArrayList<>();
        Optional<Document> built = TreeBuilder.build(root, odd);
        Document document = built.isPresent() ? built.get() : page(root, odd);
        if (end < plain.length() || inlines.areSpent()) odd.add(BOUNDED);
        odd.stream().limit(1).forEach(warnings::add);
        addWords(document.body(), plain.substring(end));
        return document;
    }

    private static Parser.Builder builder() {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
                .maxInlineNesting(MAX_INLINE_NESTING);
    }

    /** The words as paragraphs, as far as a blank line divides them; no more of them than a tree can take. */
    private static void addWords(Element body, String words) {
        for (String paragraph : words.split("\n\n", MOST_PARAGRAPHS)) {
            if (!paragraph.isBlank()) body.appendElement("p").appendText(paragraph);
        }
    }

    private Document page(Node root, List<Warning> warnings) {
        String html = renderer.render(root);
        Document document = Html.parse(html, warnings);
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
        String html = renderer.render(lineParser.parse(line.replace("<", "&lt;").strip()))
                .strip();
        boolean paragraph = html.startsWith("<p>") && html.endsWith("</p>") && html.lastIndexOf("<p>") == 0;
        return (paragraph ? html.substring(3, html.length() - 4) : html).replace("\n", " ");
    }
}
