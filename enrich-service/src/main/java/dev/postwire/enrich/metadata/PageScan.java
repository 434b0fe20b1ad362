package dev.postwire.enrich.metadata;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Everything on a page that may say something of its post, collected in one pass over its tree, which is left as it was. Lists are
 * bounded, whatever the page; menus, scripts, drawings and the page's footer are not entered.
 */
final class PageScan {
    private static final int MOST_SPOTS = 300;
    private static final int MOST_HEADINGS = 60;
    private static final int MOST_META = 500;
    /** Who wrote a page and when stands before so many pieces of its text. */
    private static final int MOST_PIECES = 600;

    private static final char NO_BREAK_SPACE = '\u00A0';

    /** An element and the pieces of text it holds, before anything is known of where it stands. */
    record Range(Element element, int from, int to) {}

    private final List<Element> meta = new ArrayList<>();
    private final List<Element> jsonLd = new ArrayList<>();
    private final List<TextNode> pieces = new ArrayList<>();
    private final List<Range> headings = new ArrayList<>();
    private final List<Range> times = new ArrayList<>();
    private final List<Range> tags = new ArrayList<>();
    private final List<Range> labelled = new ArrayList<>();
    private final List<Range> tagLinks = new ArrayList<>();
    private final TagLabels labels = new TagLabels();
    private boolean article;
    private String title = "";
    private String canonical = "";
    private String language = "";

    private PageScan() {}

    static PageScan of(Element root) {
        PageScan scan = new PageScan();
        scan.walk(root, false);
        return scan;
    }

    List<Element> meta() {
        return meta;
    }

    /** The elements that hold JSON-LD. */
    List<Element> jsonLd() {
        return jsonLd;
    }

    /** The pieces of visible text, in order. */
    List<TextNode> pieces() {
        return pieces;
    }

    /** {@code h1} to {@code h3}. */
    List<Range> headings() {
        return headings;
    }

    /** {@code time} and its like. */
    List<Range> times() {
        return times;
    }

    /** Links marked as tags. */
    List<Range> tags() {
        return tags;
    }

    /** Links after words that say that tags follow. */
    List<Range> labelled() {
        return labelled;
    }

    /** Other links whose addresses are those of tags. */
    List<Range> tagLinks() {
        return tagLinks;
    }

    /** Whether the page has an {@code article}. */
    boolean hasArticle() {
        return article;
    }

    /** The document's title; empty where it has none. */
    String title() {
        return title;
    }

    /** The address of the canonical link; empty where there is none. */
    String canonical() {
        return canonical;
    }

    /** As the root says it; empty where it does not. */
    String language() {
        return language;
    }

    private void walk(Element parent, boolean content) {
        int size = parent.childNodeSize();
        for (int i = 0; i < size; i++) {
            Node node = parent.childNode(i);
            if (node instanceof TextNode text) {
                if (isBlank(text.getWholeText())) continue;
                labels.see(text);
                if (pieces.size() < MOST_PIECES) pieces.add(text);
            } else if (node instanceof Element element) {
                element(element, content);
            }
        }
    }

    /** Half of a page's text nodes are line ends and indentation, so this is asked often. */
    private static boolean isBlank(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c > ' ' && c != NO_BREAK_SPACE) return false;
        }
        return true;
    }

    private void element(Element element, boolean content) {
        switch (element.normalName()) {
            case "style", "template", "svg", "select", "iframe", "object", "nav", "math", "textarea" -> {}
            case "script" -> script(element);
            case "meta" -> add(meta, element, MOST_META);
            case "link" -> canonical(element);
            case "title" -> {
                if (title.isEmpty()) title = element.text();
            }
            case "html" -> {
                language = element.attributes().get("lang");
                walk(element, false);
            }
            case "footer" -> {
                if (content) walk(element, true);
            }
            case "article" -> {
                article = true;
                walk(element, true);
            }
            case "main" -> walk(element, true);
            case "h1", "h2", "h3" -> add(headings, range(element, content), MOST_HEADINGS);
            case "time", "relative-time", "local-time", "time-ago" -> add(times, range(element, content), MOST_SPOTS);
            case "a" -> link(element, content);
            default -> walk(element, content);
        }
    }

    private Range range(Element element, boolean content) {
        int from = pieces.size();
        walk(element, content);
        return new Range(element, from, pieces.size());
    }

    private void script(Element script) {
        if (script.attributes().get("type").contains("ld+json")) add(jsonLd, script, MOST_META);
    }

    private void canonical(Element link) {
        if (canonical.isEmpty() && link.attributes().get("rel").equalsIgnoreCase("canonical")) {
            canonical = link.attributes().get("href");
        }
    }

    private void link(Element link, boolean content) {
        int from = pieces.size();
        boolean listed = labels.begin(link);
        walk(link, content);
        labels.end();
        if (TagLinks.isMarked(link)) add(tags, new Range(link, from, pieces.size()), MOST_SPOTS);
        else if (listed) add(labelled, new Range(link, from, pieces.size()), MOST_SPOTS);
        else if (TagLinks.leadsToTag(link.attributes().get("href"))) {
            add(tagLinks, new Range(link, from, pieces.size()), MOST_SPOTS);
        }
    }

    private static <T> void add(List<T> list, T item, int most) {
        if (list.size() < most) list.add(item);
    }
}
