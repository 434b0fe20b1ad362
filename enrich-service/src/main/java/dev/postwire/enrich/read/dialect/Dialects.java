package dev.postwire.enrich.read.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Makes plain CommonMark of what a site generator takes: shortcodes of Hugo and Zola, tags of Liquid, Nunjucks and Hexo, admonitions,
 * imports and expressions of MDX, Pelican's links, attribute lists. What they say stays (words, code, images, addresses), their signs
 * go. Code is not touched. Linear in the text.
 */
public final class Dialects {
    private static final Pattern PELICAN =
            Pattern.compile("[{|](filename|static|attach|index|tag|category|author)[}|]([^\\s)\"'<>]{0,500})");
    private static final Pattern PAGE_FILE = Pattern.compile("(?i).*\\.(?:md|markdown|rst|html?)(?:#.*)?");
    private static final int LONGEST_LINK_CHARS = 600;
    /** What was written is looked at again this far, so that hostile lines take no square of their length. */
    private static final int LONGEST_LOOK_BACK = 300;

    /** No post has so many tags; what is left in one that has stands as it is. */
    private static final int MOST_REPLACED = 10_000;

    private final String text;
    private final CodeRegions code;
    private final CodeTags codeTags;
    private final Meanings meanings;
    private final StringBuilder out;
    private final boolean mdx;
    private int at;

    private Dialects(String text, Map<String, String> values, UnaryOperator<String> inlineHtml) {
        this.text = text;
        this.code = CodeRegions.of(text);
        this.codeTags = new CodeTags(text);
        this.meanings = new Meanings(values, inlineHtml);
        this.out = new StringBuilder(text.length());
        this.mdx = text.contains("={");
    }

    /**
     * @param values the front matter's fields of one value, by folded key
     * @param inlineHtml renders one line of Markdown as HTML
     */
    public static String plain(String markdown, Map<String, String> values, UnaryOperator<String> inlineHtml) {
        String text = LineMarkers.dedented(markdown);
        return concerns(text) ? new Dialects(text, values, inlineHtml).run() : text;
    }

    /** Most posts hold none of it, and a look at their braces tells. */
    private static boolean concerns(String text) {
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            char before = at == 0 ? '\n' : text.charAt(at - 1);
            char after = at + 1 == text.length() ? '\n' : text.charAt(at + 1);
            if ("{%:#./".indexOf(after) >= 0 || ")](<\"'`= ".indexOf(before) >= 0 && Character.isLetter(after))
                return true;
        }
        return LineMarkers.concerns(text) || text.contains("(|");
    }

    private String run() {
        int copied = 0;
        int replaced = 0;
        while (at < text.length() && replaced < MOST_REPLACED) {
            int from = at;
            int region = code.endAt(at);
            if (region >= 0) {
                at = region;
                continue;
            }
            boolean lineStart = at == 0 || text.charAt(at - 1) == '\n';
            out.append(text, copied, from);
            copied = from;
            if ((lineStart && marker()) || sign()) {
                copied = at;
                replaced++;
            } else {
                at = next(at);
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** The next place where something may begin. */
    private int next(int from) {
        int i = from + (text.charAt(from) == '\\' ? 2 : 1);
        if (text.charAt(from) == '\n') return i;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') return i + 1;
            if (c == '{' || c == '`' || c == '<' || c == '|' || c == '\\') return i;
        }
        return i;
    }

    private boolean marker() {
        int end = CodeRegions.lineEnd(text, at);
        Optional<String> line = LineMarkers.replacement(text, at, end);
        if (line.isPresent()) {
            out.append(line.get());
            at = Math.min(text.length(), LineMarkers.end(text, at, end));
            return true;
        }
        return false;
    }

    private boolean sign() {
        char c = text.charAt(at);
        if (c == '<' && mdx) return head();
        if (c == '|' && at > 0 && text.charAt(at - 1) == '(') return pelican();
        if (c != '{' || at + 1 >= text.length()) return false;
        char second = text.charAt(at + 1);
        if (second == '{' || second == '%') return tag();
        int end = AttributeLists.commentEnd(text, at);
        if (end < 0) end = AttributeLists.end(text, at);
        if (end < 0) return pelican();
        dropAttributes(end);
        return true;
    }

    private boolean tag() {
        Optional<Tag> found = Tag.at(text, at);
        if (found.isEmpty()) return false;
        Tag tag = found.get();
        boolean first = isLineStart();
        Optional<CodeTags.Block> block = codeTags.at(tag, first ? Optional.of(indent()) : Optional.empty());
        if (block.isPresent()) {
            out.append(block.get().markdown());
            at = block.get().end();
            return true;
        }
        boolean last = endsLine(tag.end());
        Meanings.Place place = place(tag, first, last);
        String words = meanings.of(tag, place, () -> codeTags.isClosed(tag));
        if (place == Meanings.Place.ADDRESS && words.isEmpty() && isEmptyAddress(tag.end())) words = "<>";
        out.append(words);
        at = tag.end();
        return true;
    }

    private Meanings.Place place(Tag tag, boolean first, boolean last) {
        if (isAddress()) return Meanings.Place.ADDRESS;
        if (first && last) return Meanings.Place.ALONE;
        boolean among = !first && !last && out.charAt(out.length() - 1) == ' ' && text.charAt(tag.end()) == ' ';
        return among ? Meanings.Place.AMONG_WORDS : Meanings.Place.OTHER;
    }

    /** Whether an address has begun and not ended: after the bracket of a link, a definition's colon, an attribute's quote. */
    private boolean isAddress() {
        int i = out.length() - 1;
        for (int steps = 0; i > 0 && steps < LONGEST_LOOK_BACK; i--, steps++) {
            char c = out.charAt(i);
            if (c == '(' || c == '<') return out.charAt(i - 1) == ']' || (c == '<' && out.charAt(i - 1) == '(');
            if (c == '"' || c == '\'') return out.charAt(i - 1) == '=';
            if (c == ' ') return out.charAt(i - 1) == ':' && i > 1 && out.charAt(i - 2) == ']';
            if (c == '\n' || c == ')') return false;
        }
        return false;
    }

    private boolean isEmptyAddress(int end) {
        int last = out.length() - 1;
        char after = end < text.length() ? text.charAt(end) : '\n';
        boolean begins = out.charAt(last) == '(' || out.charAt(last) == ' ';
        return begins && (after == ')' || after == ' ' || after == '\n');
    }

    private boolean pelican() {
        var link = PELICAN.matcher(text).region(at, Math.min(text.length(), at + LONGEST_LINK_CHARS));
        char before = out.length() == 0 ? ' ' : out.charAt(out.length() - 1);
        if (!link.lookingAt() || !("(<\"'".indexOf(before) >= 0 || isAddress())) return false;
        boolean file = !link.group(1).matches("index|tag|category|author");
        String path = link.group(2);
        boolean known = file && !PAGE_FILE.matcher(path).matches();
        out.append(known ? path : before == '(' || before == ' ' ? "<>" : "");
        at = link.end();
        return true;
    }

    /** The head of an HTML or JSX element: a value in braces goes, or becomes the text in quotes that it holds. */
    private boolean head() {
        Optional<JsxHead> head = JsxHead.at(text, at);
        head.ifPresent(found -> {
            out.append(found.html());
            at = found.end();
        });
        return head.isPresent();
    }

    private void dropAttributes(int end) {
        boolean alone = isLineStart() && endsLine(end);
        boolean contents = text.startsWith("{:toc", at) || text.startsWith("{: toc", at);
        while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
        at = end;
        if (!alone) return;
        if (contents) dropListItem();
        at = Math.min(text.length(), CodeRegions.lineEnd(text, end) + 1);
    }

    /** Kramdown puts the table of contents in the place of a list. */
    private void dropListItem() {
        int last = out.length() - 1;
        int first = Math.max(0, last - LONGEST_LOOK_BACK);
        while (last > first && out.charAt(last - 1) != '\n') last--;
        if (last < 0) return;
        String line = out.substring(last).strip();
        if (line.startsWith("* ") || line.startsWith("- ") || line.startsWith("1. ")) out.setLength(last);
    }

    private boolean isLineStart() {
        int last = Math.max(0, out.length() - LONGEST_LOOK_BACK);
        for (int i = out.length() - 1; i >= last; i--) {
            char c = out.charAt(i);
            if (c == '\n') return true;
            if (c != ' ' && c != '\t') return false;
        }
        return last == 0;
    }

    private String indent() {
        int start = out.lastIndexOf("\n") + 1;
        return out.substring(start);
    }

    private boolean endsLine(int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') return true;
            if (c != ' ' && c != '\t') return false;
        }
        return true;
    }
}
