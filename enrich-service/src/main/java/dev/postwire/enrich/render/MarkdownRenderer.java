package dev.postwire.enrich.render;

import dev.postwire.enrich.tree.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * A tree as CommonMark with tables and strikethrough, which renders to the same tree again. What Markdown has no sign for (figures,
 * definition lists, tables with merged cells) stands in it as HTML, which CommonMark allows.
 */
final class MarkdownRenderer {
    private static final String FENCE = "```";

    private final MarkdownInline inline = new MarkdownInline();

    String render(Element body) {
        return blocks(body);
    }

    private String blocks(Element container) {
        List<String> blocks = new ArrayList<>();
        List<Node> loose = new ArrayList<>();
        Element last = null;
        for (Node node : container.childNodes()) {
            if (node instanceof Element element && Blocks.isBlock(element)) {
                addLoose(blocks, loose);
                // Two lists in a row would become one; a comment keeps them apart.
                if (last != null && isList(last) && isList(element)) blocks.add("<!-- -->");
                String block = block(element);
                if (!block.isEmpty()) blocks.add(block);
                last = element;
            } else {
                loose.add(node);
                if (!node.outerHtml().isBlank()) last = null;
            }
        }
        addLoose(blocks, loose);
        return String.join("\n\n", blocks);
    }

    private void addLoose(List<String> blocks, List<Node> loose) {
        String text = inline.paragraph(loose);
        if (!text.isEmpty()) blocks.add(text);
        loose.clear();
    }

    private static boolean isList(Element element) {
        return element.normalName().equals("ul") || element.normalName().equals("ol");
    }

    private String block(Element element) {
        return switch (element.normalName()) {
            case "p" -> inline.paragraph(element.childNodes());
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                "#".repeat(element.normalName().charAt(1) - '0') + " " + inline.heading(element.childNodes());
            case "ul", "ol" -> list(element);
            case "blockquote" -> prefixed(blocks(element), "> ", "> ");
            case "pre" -> code(element);
            case "hr" -> "***";
            case "table" -> table(element);
            default -> html(element);
        };
    }

    private String list(Element list) {
        boolean ordered = list.normalName().equals("ol");
        List<Element> items = list.children().stream()
                .filter(item -> item.normalName().equals("li"))
                .toList();
        boolean loose = items.stream().anyMatch(item -> item.selectFirst("> p") != null);
        int number = ordered ? start(list) : 0;
        List<String> lines = new ArrayList<>();
        for (Element item : items) {
            String marker = ordered ? number++ + ". " : "- ";
            lines.add(prefixed(item(item, loose), marker, " ".repeat(marker.length())));
        }
        return String.join(loose ? "\n\n" : "\n", lines);
    }

    private static int start(Element list) {
        String start = list.attr("start");
        return start.matches("\\d{1,8}") ? Integer.parseInt(start) : 1;
    }

    private String item(Element item, boolean loose) {
        Element box = item.selectFirst("> input[type=checkbox], > p > input[type=checkbox]");
        String done = box == null ? "" : box.hasAttr("checked") ? "[x] " : "[ ] ";
        if (box != null) box.remove();
        String content = loose ? blocks(item) : tight(item);
        if (box != null) item.prependChild(box);
        return done + content;
    }

    /** The words of a tight item, and its nested lists without blank lines between. */
    private String tight(Element item) {
        List<String> parts = new ArrayList<>();
        List<Node> words = new ArrayList<>();
        for (Node node : item.childNodes()) {
            if (node instanceof Element element && Blocks.isBlock(element)) {
                parts.add(inline.paragraph(words));
                words.clear();
                parts.add(block(element));
            } else {
                words.add(node);
            }
        }
        parts.add(inline.paragraph(words));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String prefixed(String block, String first, String others) {
        StringBuilder prefixed = new StringBuilder(block.length() + first.length());
        String prefix = first;
        for (String line : block.split("\n", -1)) {
            if (prefixed.length() > 0) prefixed.append('\n');
            prefixed.append(line.isEmpty() ? prefix.stripTrailing() : prefix + line);
            prefix = others;
        }
        return prefixed.toString();
    }

    private static String code(Element pre) {
        Element code = pre.selectFirst("code");
        String language = code == null ? "" : code.className().replaceFirst("^language-", "");
        String text = pre.wholeText();
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        String fence = FENCE;
        while (body.contains(fence)) fence += "`";
        return fence + language + "\n" + body + "\n" + fence;
    }

    private String table(Element table) {
        List<Element> rows = table.select("tr");
        boolean plain = !rows.isEmpty()
                && table.select("[colspan], [rowspan], caption, table table, td > p, td > ul, td > ol, td > pre, td br")
                        .isEmpty()
                && rows.get(0).select("td").isEmpty()
                && rows.stream().skip(1).allMatch(row -> row.select("th").isEmpty())
                && rows.stream().map(row -> row.childrenSize()).distinct().count() == 1;
        if (!plain) return html(table);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> {
            lines.add(row.children().stream()
                    .map(cell -> inline.cell(cell.childNodes()))
                    .collect(Collectors.joining(" | ", "| ", " |")));
            if (lines.size() == 1)
                lines.add("| "
                        + row.children().stream().map(MarkdownRenderer::rule).collect(Collectors.joining(" | "))
                        + " |");
        });
        return String.join("\n", lines);
    }

    private static String rule(Element cell) {
        return switch (cell.attr("align")) {
            case "left" -> ":---";
            case "right" -> "---:";
            case "center" -> ":---:";
            default -> "---";
        };
    }

    /** An HTML block, which a blank line would end. */
    private static String html(Element element) {
        return element.outerHtml().replaceAll("\n\\s*\n", "\n").strip();
    }
}
