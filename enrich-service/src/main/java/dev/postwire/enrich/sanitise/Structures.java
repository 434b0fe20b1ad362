package dev.postwire.enrich.sanitise;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * The blocks that hold others. Each method writes one, or nothing for an empty one, and answers false for what is no such block
 * but only groups what is in it.
 */
final class Structures {
    private static final Evaluator IMAGE = Selector.evaluatorOf("img");

    private final Flow flow;
    private final Element source;
    private final CodeText languages = new CodeText();
    private Tables tables;

    Structures(Flow flow, Element source) {
        this.flow = flow;
        this.source = source;
    }

    boolean heading(Element element) {
        if (!holdsWordsOnly(element)) return false;
        flow.takeAs(element.normalName(), element);
        return true;
    }

    boolean list(Element element) {
        Element list = Lists.of(element);
        flow.words().end();
        Element home = flow.container();
        boolean nested = Lists.isList(home);
        Element last = nested ? home.lastElementChild() : null;
        flow.fill(list, element);
        if (list.childNodeSize() == 0) return true;
        Lists.settle(list);
        // Browsers show a list right in a list as part of the item before it.
        (last == null ? flow.home() : last).appendChild(list);
        return true;
    }

    boolean item(Element element) {
        if (!Lists.isList(flow.container())) return false;
        Element item = AllowList.element("li");
        flow.fill(item, element);
        if (item.childNodeSize() > 0) flow.container().appendChild(item);
        return true;
    }

    boolean quote(Element element) {
        Element quote = AllowList.element("blockquote");
        flow.fill(quote, element);
        if (quote.childNodeSize() > 0) flow.home().appendChild(quote);
        return true;
    }

    boolean codeBlock(Element element) {
        flow.words().end();
        if (CodeText.isGutter(element)) return true;
        String text = CodeText.of(element);
        if (text.isEmpty() || CodeText.numbersLines(element, text)) return true;
        Element code = AllowList.element("code");
        String language = languages.language(element);
        if (!language.isEmpty()) AllowList.set(code, "class", "language-" + language);
        code.appendChild(new TextNode(text));
        flow.home().appendChild(AllowList.element("pre").appendChild(code));
        return true;
    }

    boolean rule() {
        flow.words().end();
        if (!Lists.isList(flow.container())) flow.container().appendChild(AllowList.element("hr"));
        return true;
    }

    boolean table(Element element) {
        if (tables == null) tables = new Tables(source);
        if (tables.isLayout(element)) return false;
        flow.words().end();
        Element table = AllowList.element("table");
        List<Element> rows = new ArrayList<>();
        int heads = 0;
        for (Element row : Tables.rows(element)) {
            Element clean = row(row);
            if (clean.childNodeSize() == 0) continue;
            boolean head = row.parent() != null && row.parent().normalName().equals("thead") && heads == rows.size();
            rows.add(clean);
            if (head) heads++;
        }
        for (Element part : element.children()) if (part.normalName().equals("caption")) caption(part, table);
        Tables.assemble(table, rows, heads);
        if (hasContent(table)) flow.home().appendChild(table);
        return true;
    }

    private Element row(Element source) {
        Element row = AllowList.element("tr");
        for (Element cell : Tables.cells(source)) {
            Element clean = Tables.cell(cell);
            flow.fill(clean, cell);
            if (clean.childNodeSize() == 1) Lists.unwrapFirst(clean);
            row.appendChild(clean);
        }
        return row;
    }

    private void caption(Element part, Element table) {
        Element caption = AllowList.element("caption");
        flow.fillWords(caption, part);
        if (caption.childNodeSize() > 0 && table.childNodeSize() == 0) table.appendChild(caption);
    }

    /** Whether there is a word or an image in a table: its parts and cells may be empty. */
    private static boolean hasContent(Element element) {
        for (Node node : element.childNodes()) {
            boolean part = node instanceof Element child && Kind.of(child.normalName()) == Kind.PART;
            if (!part || hasContent((Element) node)) return true;
        }
        return false;
    }

    boolean definitions(Element element) {
        if (!isWellFormed(element)) return false;
        Element list = AllowList.element("dl");
        definitions(element, list);
        if (list.childNodeSize() > 0) flow.home().appendChild(list);
        return true;
    }

    private void definitions(Element element, Element list) {
        for (Element child : element.children()) {
            if (child.normalName().equals("div")) {
                definitions(child, list);
                continue;
            }
            Element part = AllowList.element(child.normalName());
            if (child.normalName().equals("dt")) flow.fillWords(part, child);
            else flow.fill(part, child);
            if (part.childNodeSize() == 1) Lists.unwrapFirst(part);
            if (part.childNodeSize() > 0) list.appendChild(part);
        }
    }

    private static boolean isWellFormed(Element list) {
        for (Node node : list.childNodes()) {
            if (node instanceof TextNode text && !text.isBlank()) return false;
            if (!(node instanceof Element child)) continue;
            boolean known =
                    switch (child.normalName()) {
                        case "dt" -> holdsWordsOnly(child);
                        case "dd" -> true;
                        case "div" -> isWellFormed(child);
                        default -> false;
                    };
            if (!known) return false;
        }
        return true;
    }

    /** A figure shows an image; around anything else it only groups. */
    boolean figure(Element element) {
        if (!isOfImages(element)) return false;
        Element figure = AllowList.element("figure");
        Element caption = AllowList.element("figcaption");
        flow.fillFigure(figure, caption, element);
        if (figure.selectFirst(IMAGE) == null) {
            appendAsParagraph(figure);
            appendAsParagraph(caption);
        } else {
            if (caption.childNodeSize() > 0) figure.appendChild(caption);
            flow.home().appendChild(figure);
        }
        return true;
    }

    private void appendAsParagraph(Element words) {
        if (words.childNodeSize() == 0) return;
        Element paragraph = AllowList.element("p");
        List<Node> nodes = List.copyOf(words.childNodes());
        words.empty();
        nodes.forEach(paragraph::appendChild);
        flow.home().appendChild(paragraph);
    }

    private static boolean isOfImages(Element figure) {
        boolean image = false;
        for (Element child : figure.children()) {
            Kind kind = Kind.of(child.normalName());
            if (kind == Kind.CODE_BLOCK || kind == Kind.TABLE) return false;
            boolean caption = child.normalName().equals("figcaption");
            if (caption ? !holdsWordsOnly(child) : kind.endsWords() || !holdsWordsAndCaptionsOnly(child)) return false;
            image = true;
        }
        return image;
    }

    private static boolean holdsWordsAndCaptionsOnly(Element element) {
        for (Element child : element.children()) {
            boolean caption = child.normalName().equals("figcaption");
            if (caption ? !holdsWordsOnly(child) : Kind.of(child.normalName()).endsWords()) return false;
            if (!caption && !holdsWordsAndCaptionsOnly(child)) return false;
        }
        return true;
    }

    /** Stops at the first block, so that of nested ones each looks only as far as the next. */
    private static boolean holdsWordsOnly(Element element) {
        for (Element child : element.children()) {
            if (Kind.of(child.normalName()).endsWords() || !holdsWordsOnly(child)) return false;
        }
        return true;
    }
}
