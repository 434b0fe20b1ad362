package dev.postwire.enrich.render;

import dev.postwire.enrich.tree.Blocks;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** A table as Markdown's, if it is as plain as those: one row of heads, rows of as many cells, each of words on one line. */
final class MarkdownTable {
    private MarkdownTable() {}

    static String render(Element table) {
        if (!isPlain(table)) return HtmlWriter.block(table);
        StringBuilder out = new StringBuilder();
        for (Element part : table.children()) {
            for (Element row : part.children()) {
                if (out.length() > 0) out.append('\n');
                out.append('|');
                for (Element cell : row.children())
                    out.append(' ')
                            .append(MarkdownInline.cell(cell.childNodes()))
                            .append(" |");
                if (part.nameIs("thead")) {
                    out.append("\n|");
                    for (Element cell : row.children()) out.append(rule(cell.attr("align")));
                }
            }
        }
        return out.toString();
    }

    private static String rule(String align) {
        return switch (align) {
            case "left" -> " :--- |";
            case "right" -> " ---: |";
            case "center" -> " :---: |";
            default -> " --- |";
        };
    }

    private static boolean isPlain(Element table) {
        Element head = table.child(0);
        if (!head.nameIs("thead") || head.childrenSize() != 1) return false;
        List<Element> columns = head.child(0).children();
        for (Element part : table.children()) {
            for (Element row : part.children()) {
                if (!isPlain(row.children(), columns, part == head ? "th" : "td")) return false;
            }
        }
        return true;
    }

    private static boolean isPlain(List<Element> cells, List<Element> columns, String name) {
        if (cells.size() != columns.size()) return false;
        for (int i = 0; i < cells.size(); i++) {
            Element cell = cells.get(i);
            boolean plain = cell.nameIs(name)
                    && cell.attr("align").equals(columns.get(i).attr("align"))
                    && !cell.hasAttr("colspan")
                    && !cell.hasAttr("rowspan")
                    && isOneLine(cell);
            if (!plain) return false;
        }
        return true;
    }

    private static boolean isOneLine(Element element) {
        for (Node node : element.childNodes()) {
            if (!(node instanceof Element child)) continue;
            if (Blocks.isBlock(child) || child.nameIs("br") || !isOneLine(child)) return false;
        }
        return true;
    }
}
