package dev.postwire.enrich.sanitise;

import dev.postwire.enrich.tree.Blocks;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes the flow of a clean tree plain: no grouping elements, every loose run of words in a paragraph, nothing empty, one name for
 * one thing. Equal content then has equal markup, whatever page it came from. Writes a new tree front to back, which takes time
 * linear in the old one; to mend a tree in place is quadratic in jsoup.
 */
final class Flow {
    /** Blocks that hold words only: with blocks in them they are mere groups. */
    private static final Set<String> WORDS_ONLY = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption");
    /** Where words stand by themselves unless there are blocks beside them. */
    private static final Set<String> ITEMS = Set.of("li", "dd", "td", "th", "figcaption");

    private static final Set<String> LISTS = Set.of("ul", "ol");
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input");
    private static final Set<String> KEPT_EMPTY = Set.of("br", "hr", "img", "input", "td", "th");
    private static final Map<String, String> SAME = Map.of("b", "strong", "i", "em", "s", "del");
    /** Deeper nesting says nothing to a reader, and costs Markdown a prefix on every line for every level. */
    private static final int DEEPEST = 24;

    private final Set<Element> holdingBlocks = Collections.newSetFromMap(new IdentityHashMap<>());

    private Flow() {}

    static Element normalised(Element body) {
        Flow flow = new Flow();
        flow.findBlocks(body);
        Element result = Document.createShell("").body();
        flow.new Filling(result, true).fill(body, 0);
        return result;
    }

    private boolean findBlocks(Element element) {
        boolean found = false;
        for (Element child : element.children()) found |= findBlocks(child) | Blocks.isBlock(child.normalName());
        if (found) holdingBlocks.add(element);
        return found;
    }

    /** One element of the new tree while it is being filled; loose words wait in a paragraph until a block ends it. */
    private final class Filling {
        private final Element target;
        private final boolean wrapsWords;
        private Element paragraph;

        Filling(Element target, boolean wrapsWords) {
            this.target = target;
            this.wrapsWords = wrapsWords;
        }

        /** Fills the target from the source's children. */
        void fill(Element source, int depth) {
            takeAll(source, depth);
            endParagraph();
        }

        private void takeAll(Element source, int depth) {
            for (Node node : source.childNodes()) {
                if (node instanceof TextNode text) words(new TextNode(text.getWholeText()), !text.isBlank());
                else if (node instanceof Element child) take(child, depth);
            }
        }

        private void take(Element child, int depth) {
            String name = SAME.getOrDefault(child.normalName(), child.normalName());
            boolean block = Blocks.isBlock(name);
            boolean group = name.equals("div")
                    || ((WORDS_ONLY.contains(name) || !block) && holdingBlocks.contains(child))
                    || (block && depth > DEEPEST);
            if (group) {
                endParagraph();
                takeAll(child, depth);
                endParagraph();
            } else if (leadsNowhere(child, name)) {
                if (!VOID.contains(name)) takeAll(child, depth);
            } else if (block) {
                endParagraph();
                append(built(child, name, depth));
            } else {
                words(built(child, name, depth), true);
            }
        }

        /** A list holds items only: whatever else a page puts there becomes one. */
        private void append(Element block) {
            if (isEmpty(block)) return;
            boolean loose = isList(target) && !block.normalName().equals("li");
            target.appendChild(loose ? new Element("li").appendChild(block) : block);
        }

        private void words(Node node, boolean shows) {
            if (node instanceof Element element && isEmpty(element)) return;
            if (!wrapsWords) {
                target.appendChild(node);
                return;
            }
            if (paragraph == null && !shows) return;
            if (paragraph == null) paragraph = new Element(isList(target) ? "li" : "p");
            paragraph.appendChild(node);
        }

        private void endParagraph() {
            if (paragraph == null) return;
            Element ended = paragraph;
            paragraph = null;
            if (ended.firstChild() instanceof TextNode first)
                first.text(first.getWholeText().stripLeading());
            if (ended.lastChild() instanceof TextNode last)
                last.text(last.getWholeText().stripTrailing());
            append(ended);
        }
    }

    private static boolean isList(Element element) {
        return LISTS.contains(element.normalName());
    }

    private static boolean leadsNowhere(Element element, String name) {
        return switch (name) {
            case "a" -> !element.hasAttr("href");
            case "img" -> !element.hasAttr("src");
            case "input" -> !element.attr("type").equalsIgnoreCase("checkbox");
            default -> false;
        };
    }

    private Element built(Element source, String name, int depth) {
        Element element = new Element(name);
        element.attributes().addAll(source.attributes());
        if (name.equals("pre")) return code(source, element);
        if (name.equals("code")) return element.appendChild(new TextNode(source.wholeText()));
        boolean wrapsWords = name.equals("blockquote")
                || LISTS.contains(name)
                || (ITEMS.contains(name) && holdsMoreThanLists(source));
        new Filling(element, wrapsWords).fill(source, depth + 1);
        if (LISTS.contains(name)) unwrapOnlyParagraph(element);
        return element;
    }

    /** Code is its text and its language; whatever coloured it goes. */
    private static Element code(Element source, Element pre) {
        String language = source.attr(Sanitiser.CODE_LANGUAGE);
        pre.clearAttributes();
        Element code = new Element("code");
        if (!language.isEmpty()) code.attr("class", "language-" + language);
        code.appendChild(new TextNode(source.wholeText()));
        if (!source.wholeText().isBlank()) pre.appendChild(code);
        return pre;
    }

    /** An item may hold its words and, under them, a list, without a paragraph between. */
    private boolean holdsMoreThanLists(Element item) {
        return item.children().stream()
                .anyMatch(child -> !LISTS.contains(child.normalName())
                        && (Blocks.isBlock(child.normalName()) || holdingBlocks.contains(child)));
    }

    /** A list of one item has no room between its items, which is what a paragraph in an item asks for. */
    private static void unwrapOnlyParagraph(Element list) {
        if (list.childrenSize() != 1 || list.child(0).childNodeSize() != 1) return;
        Element item = list.child(0);
        if (item.childrenSize() == 1 && item.child(0).normalName().equals("p")) {
            Element paragraph = item.child(0);
            List<Node> words = List.copyOf(paragraph.childNodes());
            paragraph.empty();
            item.empty();
            words.forEach(item::appendChild);
        }
    }

    private static boolean isEmpty(Element element) {
        if (KEPT_EMPTY.contains(element.normalName())) return false;
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text ? !text.isBlank() : node instanceof Element) return false;
        }
        return true;
    }
}
