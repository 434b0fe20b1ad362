package dev.postwire.enrich.metadata;

import dev.postwire.enrich.post.CleanText;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The visible text of a page as its pieces between tags, in order; each is read when it is asked for. */
final class PageText {
    private static final int LONGEST_PIECE = 300;
    /** What generators of documentation put at headings to be linked to. */
    private static final Set<String> PERMALINKS = Set.of("¶", "#", "§", "🔗");

    private final List<TextNode> pieces;
    private final String[] read;

    PageText(List<TextNode> pieces) {
        this.pieces = pieces;
        read = new String[pieces.size()];
    }

    int size() {
        return pieces.size();
    }

    /** On one line; of a long piece only the beginning, of one outside the page nothing. */
    String piece(int index) {
        if (index < 0 || index >= pieces.size()) return "";
        String known = read[index];
        if (known == null) {
            String text = pieces.get(index).getWholeText();
            known = CleanText.oneLine(text.length() > LONGEST_PIECE ? text.substring(0, LONGEST_PIECE) : text);
            read[index] = known;
        }
        return known;
    }

    /** Whether four digits stand in the piece that may be a year of this or the last century. */
    boolean holdsYear(int index) {
        String text = pieces.get(index).getWholeText();
        for (int i = 0; i + 3 < text.length(); i++) {
            char c = text.charAt(i);
            boolean century = (c == '1' && text.charAt(i + 1) == '9') || (c == '2' && text.charAt(i + 1) == '0');
            if (century && Character.isDigit(text.charAt(i + 2)) && Character.isDigit(text.charAt(i + 3))) return true;
        }
        return false;
    }

    /** The length of the piece as written. */
    int length(int index) {
        return pieces.get(index).getWholeText().length();
    }

    /** The pieces from {@code from} up to {@code to} as they read in a row. */
    String phrase(int from, int to) {
        if (to == from + 1) return piece(from);
        StringBuilder phrase = new StringBuilder();
        for (int i = from; i < to; i++) {
            String text = pieces.get(i).getWholeText();
            if (PERMALINKS.contains(text.strip())) continue;
            boolean apart = i > from && !isInOneWord(pieces.get(i - 1), pieces.get(i));
            if (apart) phrase.append(' ');
            phrase.append(text, 0, Math.min(text.length(), LONGEST_PIECE));
        }
        return CleanText.oneLine(phrase.toString());
    }

    /** Whether nothing but inline markup is between two pieces: a part of a word may be set in another colour. */
    private static boolean isInOneWord(TextNode one, TextNode next) {
        return one.nextSibling() != null && one.nextSibling() == next.parent() && isInline(next.parent())
                || one.parent() != null && one.parent().nextSibling() == next && isInline(one.parent());
    }

    private static boolean isInline(Element element) {
        return element != null && !element.isBlock() && !element.normalName().equals("br");
    }

    /** The pieces from {@code from} up to {@code to}, with line feeds between them. */
    String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = Math.max(0, from); i < to; i++) {
            if (lines.length() > 0) lines.append('\n');
            lines.append(piece(i));
        }
        return lines.toString();
    }
}
