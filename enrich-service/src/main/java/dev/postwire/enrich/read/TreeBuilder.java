package dev.postwire.enrich.read;

import dev.postwire.enrich.post.Warning;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Builds the tree of a Markdown document without writing it as HTML and parsing that again: the same tree in a third of the time.
 * Raw HTML in it is built as it is read. Gives up where that, or anything else, needs a parser to find its place: an element that is
 * not closed where it was opened, one that would close another.
 */
final class TreeBuilder implements PlainMarkup.Sink {
    /** Beyond these only words are taken. */
    private static final int MAX_ELEMENTS = Html.MAX_ELEMENTS;

    private final Document document = Document.createShell("");
    private final Deque<Element> open = new ArrayDeque<>();
    /** Words of the element that is open, which wait for the next element: side by side they are one. */
    private final StringBuilder words = new StringBuilder();

    private int elements;
    /** Of raw HTML. */
    private int rawOpen;

    private TreeBuilder() {
        open.push(document.body());
    }

    /** Empty where the document cannot be built so. Adds what was odd to {@code warnings}. */
    static Optional<Document> build(Node root, List<Warning> warnings) {
        TreeBuilder builder = new TreeBuilder();
        if (!builder.children(root) || builder.open.size() > 1) return Optional.empty();
        builder.endWords();
        if (builder.elements > MAX_ELEMENTS) warnings.add(MarkdownReader.BOUNDED);
        return Optional.of(builder.document);
    }

    private boolean children(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (!node(node)) return false;
        }
        return true;
    }

    private boolean node(Node node) {
        if (node instanceof Text text) return text(text.getLiteral());
        if (node instanceof SoftLineBreak) return text("\n");
        if (node instanceof Paragraph paragraph) return isTight(paragraph) ? children(node) : block("p", node);
        if (node instanceof Link link) return link(link);
        if (node instanceof Emphasis) return within("em", node);
        if (node instanceof StrongEmphasis) return within("strong", node);
        if (node instanceof Code code) return append(element("code").appendChild(new TextNode(code.getLiteral())));
        if (node instanceof Heading heading) return block("h" + heading.getLevel(), node);
        if (node instanceof BlockQuote) return block("blockquote", node);
        if (node instanceof ListItem) return within("li", node);
        if (node instanceof BulletList) return block("ul", node);
        if (node instanceof OrderedList list) return orderedList(list);
        if (node instanceof FencedCodeBlock code) return code(code.getLiteral(), CodeLanguage.of(code.getInfo()));
        if (node instanceof IndentedCodeBlock code) return indented(code.getLiteral());
        if (node instanceof Image image) return image(image);
        if (node instanceof HardLineBreak) return append(element("br")) && text("\n");
        if (node instanceof ThematicBreak) return mayBeBlock() && append(element("hr"));
        if (node instanceof HtmlInline html) return markup(html.getLiteral());
        if (node instanceof HtmlBlock html) return text("\n") && markup(html.getLiteral()) && text("\n");
        if (node instanceof LinkReferenceDefinition) return true;
        return extension(node);
    }

    /** Python-Markdown has no fences: the first line of the code may name its language. */
    private boolean indented(String literal) {
        int end = literal.indexOf('\n');
        String language = end < 0 ? "" : CodeLanguage.ofFirstLine(literal.substring(0, end));
        return code(language.isEmpty() ? literal : literal.substring(end + 1), language);
    }

    private boolean extension(Node node) {
        if (node instanceof Strikethrough) return within("del", node);
        if (node instanceof TaskListItemMarker marker) return append(box(marker)) && text(" ");
        if (node instanceof TableBlock) return block("table", node);
        if (node instanceof TableHead) return within("thead", node);
        if (node instanceof TableBody) return within("tbody", node);
        if (node instanceof TableRow) return within("tr", node);
        return node instanceof TableCell cell && cell(cell);
    }

    private boolean block(String name, Node node) {
        return mayBeBlock() && within(name, node);
    }

    /** A block ends a paragraph that raw HTML left open, and a heading another. */
    private boolean mayBeBlock() {
        return rawOpen == 0 || Placement.fitsBlock(open);
    }

    private boolean within(String name, Node node) {
        return within(element(name), node);
    }

    private boolean within(Element element, Node node) {
        if (elements > MAX_ELEMENTS) return text(" ") && children(node);
        if (!push(element)) return false;
        boolean built = children(node);
        endWords();
        return open.pop() == element && built;
    }

    private boolean push(Element element) {
        if (open.size() >= Html.MAX_DEPTH) return false;
        append(element);
        open.push(element);
        return true;
    }

    private boolean markup(String literal) {
        // Code that goes on after a blank line has become Markdown.
        return PlainMarkup.read(literal, this) && (rawOpen == 0 || !Placement.isWithin("pre", open));
    }

    @Override
    public boolean open(String name, PlainMarkup.Kind kind, Attributes attributes) {
        if (elements > MAX_ELEMENTS || !Placement.fits(name, kind, open)) return false;
        Element element = element(name);
        if (!attributes.isEmpty()) element.attributes().addAll(attributes);
        if (kind == PlainMarkup.Kind.VOID || kind == PlainMarkup.Kind.RULE) return append(element);
        rawOpen++;
        return push(element);
    }

    @Override
    public boolean close(String name) {
        endWords();
        // What Markdown opened it closes itself.
        if (rawOpen == 0 || !open.peek().normalName().equals(name)) return false;
        rawOpen--;
        open.pop();
        return true;
    }

    @Override
    public boolean words(String words) {
        return text(words);
    }

    @Override
    public boolean nothing() {
        endWords();
        return true;
    }

    private boolean append(Element element) {
        if (elements > MAX_ELEMENTS) return text(" " + element.wholeText());
        endWords();
        open.peek().appendChild(element);
        return true;
    }

    private boolean text(String literal) {
        words.append(literal);
        return true;
    }

    private void endWords() {
        if (words.length() > 0) open.peek().appendChild(new TextNode(words.toString()));
        words.setLength(0);
    }

    private Element element(String name) {
        elements++;
        return new Element(name);
    }

    private boolean link(Link link) {
        if (rawOpen > 0 && Placement.isWithin("a", open)) return false;
        Element element = element("a").attr("href", link.getDestination());
        if (link.getTitle() != null) element.attr("title", link.getTitle());
        return within(element, link);
    }

    private boolean image(Image image) {
        Element element = element("img").attr("src", image.getDestination());
        element.attr("alt", alternative(image, new StringBuilder()).toString());
        if (image.getTitle() != null) element.attr("title", image.getTitle());
        return append(element);
    }

    private static StringBuilder alternative(Node parent, StringBuilder words) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text text) words.append(text.getLiteral());
            else if (node instanceof Code code) words.append(code.getLiteral());
            else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) words.append('\n');
            else alternative(node, words);
        }
        return words;
    }

    private boolean orderedList(OrderedList list) {
        Element element = element("ol");
        Integer start = list.getMarkerStartNumber();
        if (start != null && start != 1) element.attr("start", start.toString());
        return mayBeBlock() && within(element, list);
    }

    private boolean code(String literal, String language) {
        if (!mayBeBlock()) return false;
        Element code = element("code").appendChild(new TextNode(literal));
        if (!language.isEmpty()) code.attr("class", "language-" + language);
        return append(element("pre").appendChild(code));
    }

    private Element box(TaskListItemMarker marker) {
        Element box = element("input").attr("type", "checkbox").attr("disabled", true);
        return marker.isChecked() ? box.attr("checked", true) : box;
    }

    private boolean cell(TableCell cell) {
        Element element = element(cell.isHeader() ? "th" : "td");
        if (cell.getAlignment() != null)
            element.attr("align", cell.getAlignment().name().toLowerCase(java.util.Locale.ROOT));
        return within(element, cell);
    }

    private static boolean isTight(Paragraph paragraph) {
        return paragraph.getParent() != null
                && paragraph.getParent().getParent() instanceof ListBlock list
                && list.isTight();
    }
}
