package dev.postwire.enrich.sanitise;

import dev.postwire.enrich.word.LowerCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Tells tables of data from those that only place things on a page, and gives those of data their one form. */
final class Tables {
    private static final int MOST_SPAN = 1_000;
    private static final Set<String> ALIGNMENTS = Set.of("left", "center", "right");

    private final Set<Element> layouts = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Looks at all tables below the root once, however they nest. */
    Tables(Element root) {
        visit(root, null);
    }

    boolean isLayout(Element table) {
        return layouts.contains(table)
                || rows(table).stream().allMatch(row -> cells(row).size() < 2);
    }

    private void visit(Element element, Element table) {
        for (Element child : element.children()) {
            Kind kind = Kind.of(child.normalName());
            boolean heavy = kind == Kind.TABLE || kind == Kind.HEADING || kind == Kind.FIGURE || kind == Kind.RULE;
            if (table != null && (heavy || CodeText.isGutter(child))) layouts.add(table);
            visit(child, kind == Kind.TABLE ? child : table);
        }
    }

    /** The rows of the table itself, in the order in which they stand. */
    static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element part : table.children()) {
            switch (part.normalName()) {
                case "tr" -> rows.add(part);
                case "thead", "tbody", "tfoot" -> {
                    for (Element row : part.children()) if (row.normalName().equals("tr")) rows.add(row);
                }
                default -> {}
            }
        }
        return rows;
    }

    static List<Element> cells(Element row) {
        List<Element> cells = new ArrayList<>();
        for (Element cell : row.children()) {
            if (cell.normalName().equals("td") || cell.normalName().equals("th")) cells.add(cell);
        }
        return cells;
    }

    /** A clean cell without content, of the same kind and shape. */
    static Element cell(Element source) {
        Element cell = AllowList.element(source.normalName());
        span(source, cell, "colspan");
        span(source, cell, "rowspan");
        String align = LowerCase.of(source.attr("align").strip());
        if (ALIGNMENTS.contains(align)) AllowList.set(cell, "align", align);
        return cell;
    }

    private static void span(Element source, Element cell, String name) {
        String value = source.attr(name);
        if (value.isEmpty() || value.length() > 4 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) return;
        int span = Integer.parseInt(value);
        if (span > 1 && span <= MOST_SPAN) AllowList.set(cell, name, Integer.toString(span));
    }

    /** The clean rows under one head and one body; the first rows are the head where the page or their cells say so. */
    static void assemble(Element table, List<Element> rows, int headRows) {
        int heads = headRows > 0 || rows.isEmpty() || !isHead(rows.get(0)) ? headRows : 1;
        append(table, "thead", rows.subList(0, heads));
        append(table, "tbody", rows.subList(heads, rows.size()));
    }

    private static boolean isHead(Element row) {
        for (Node cell : row.childNodes()) if (!cell.normalName().equals("th")) return false;
        return true;
    }

    private static void append(Element table, String name, List<Element> rows) {
        if (rows.isEmpty()) return;
        Element part = AllowList.element(name);
        rows.forEach(part::appendChild);
        table.appendChild(part);
    }
}
