package dev.postwire.enrich.render;

import dev.postwire.enrich.tree.Blocks;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * A sanitised tree as CommonMark with tables, strikethrough and task lists, which renders and sanitises to the same tree again.
 * What Markdown has no sign for (figures, definition lists, tables with merged cells) stands in it as HTML, which CommonMark
 * allows. Writes front to back, every line with the prefix of the lists and quotes it is in. Used once, by one thread.
 */
final class MarkdownRenderer {
    private static final String FENCE = "```";

    private final StringBuilder out = new StringBuilder(1 << 13);
    private final StringBuilder prefix = new StringBuilder();

    private MarkdownRenderer() {}

    static String render(Element body) {
        MarkdownRenderer renderer = new MarkdownRenderer();
        renderer.blocks(body.childNodes(), true);
        return renderer.out.toString();
    }

    /** @param apart with a blank line between */
    private void blocks(List<Node> nodes, boolean apart) {
        List<Node> words = new ArrayList<>();
        Element before = null;
        // Two lists of a kind in a row would be one, were their markers the same.
        boolean other = false;
        boolean first = true;
        for (Node node : nodes) {
            if (!(node instanceof Element block) || !Blocks.isBlock(block)) {
                words.add(node);
                continue;
            }
            if (!words.isEmpty()) {
                lines(MarkdownInline.paragraph(words));
                words.clear();
                first = false;
            }
            if (!first) between(apart);
            first = false;
            other = before != null && isList(block) && before.nameIs(block.normalName()) && !other;
            block(block, other);
            before = block;
        }
        if (!words.isEmpty()) lines(MarkdownInline.paragraph(words));
    }

    private static boolean isList(Element element) {
        return element.nameIs("ul") || element.nameIs("ol");
    }

    private void block(Element block, boolean otherMarker) {
        switch (block.normalName()) {
            case "p" -> lines(MarkdownInline.paragraph(block.childNodes()));
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                out.append("#".repeat(block.normalName().charAt(1) - '0')).append(' ');
                out.append(MarkdownInline.heading(block.childNodes()));
            }
            case "ul", "ol" -> list(block, otherMarker);
            case "blockquote" -> {
                out.append("> ");
                indented("> ", () -> blocks(block.childNodes(), true));
            }
            case "pre" -> code(block);
            case "hr" -> out.append("***");
            case "table" -> lines(MarkdownTable.render(block));
            default -> lines(HtmlWriter.block(block));
        }
    }

    private void list(Element list, boolean otherMarker) {
        boolean ordered = list.nameIs("ol");
        boolean loose = isLoose(list);
        int number = !ordered ? 0 : list.hasAttr("start") ? Integer.parseInt(list.attr("start")) : 1;
        boolean first = true;
        for (Element item : list.children()) {
            if (!first) between(loose);
            first = false;
            String marker = ordered ? number++ + (otherMarker ? ") " : ". ") : otherMarker ? "+ " : "- ";
            out.append(marker);
            indented(" ".repeat(marker.length()), () -> item(item, loose));
        }
    }

    /** Sanitising leaves paragraphs in all items or in none; where there are none, a second block means the same. */
    private static boolean isLoose(Element list) {
        for (Element item : list.children()) {
            int blocks = 0;
            boolean words = false;
            for (Node node : item.childNodes()) {
                boolean block = node instanceof Element element && Blocks.isBlock(element);
                if (block) blocks++;
                else words = true;
            }
            if (!words && (blocks > 1 || item.child(0).nameIs("p"))) return true;
        }
        return false;
    }

    private void item(Element item, boolean loose) {
        Element start = item.firstElementChild();
        Element box = start != null && start.nameIs("p") ? start.firstElementChild() : start;
        boolean task = box != null && box.nameIs("input") && box.siblingIndex() == 0;
        if (!task) {
            int from = out.length();
            blocks(item.childNodes(), loose);
            if (readsAsTask(from)) out.insert(from + 2, "<!-- -->");
            return;
        }
        out.append(box.hasAttr("checked") ? "[x]" : "[ ]");
        // The words begin with a space after the box.
        List<Node> words = box.parent().childNodes();
        if (box.parent() == item) {
            blocks(words.subList(1, words.size()), loose);
        } else {
            lines(MarkdownInline.paragraph(words.subList(1, words.size())));
            List<Node> rest = item.childNodes().subList(1, item.childNodeSize());
            if (!rest.isEmpty()) between(loose);
            blocks(rest, loose);
        }
    }

    /** Boxes are looked for in words already unescaped, so that only something between keeps words from being one. */
    private boolean readsAsTask(int from) {
        return out.length() > from + 5
                && out.charAt(from) == '\\'
                && out.charAt(from + 1) == '['
                && out.charAt(from + 3) == '\\'
                && out.charAt(from + 4) == ']'
                && out.charAt(from + 5) == ' ';
    }

    private void code(Element pre) {
        String text = pre.wholeText();
        if (prefix.length() > 0 && hasLineOfSpaces(text)) {
            // In a list such a line would come back empty.
            lines(HtmlWriter.block(pre));
            return;
        }
        String fence = "`".repeat(Math.max(FENCE.length(), MarkdownInline.longestRun(text) + 1));
        lines(fence + CodeLanguage.of(pre) + "\n" + text + "\n" + fence);
    }

    private static boolean hasLineOfSpaces(String text) {
        return text.lines().anyMatch(line -> !line.isEmpty() && line.isBlank());
    }

    private void indented(String indent, Runnable content) {
        int outer = prefix.length();
        prefix.append(indent);
        content.run();
        prefix.setLength(outer);
    }

    private void lines(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            out.append(text.substring(start, end));
            start = end + 1;
            boolean blank = start == text.length() || text.charAt(start) == '\n';
            newLine(blank);
        }
        out.append(start == 0 ? text : text.substring(start));
    }

    private void between(boolean blankLine) {
        if (blankLine) newLine(true);
        newLine(false);
    }

    /** No white space at the end of a line that holds nothing else. */
    private void newLine(boolean blank) {
        int end = prefix.length();
        while (blank && end > 0 && prefix.charAt(end - 1) == ' ') end--;
        out.append('\n').append(prefix, 0, end);
    }
}
