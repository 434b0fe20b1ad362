package dev.postwire.enrich.blocks;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Text without markup as a row of pieces that can each be main content or not: its lines, and of a line so long that it may be a
 * whole page the sentences or, where a sentence has no end, a few words at a time.
 */
public final class TextPieces {
    private static final int LONG_LINE_LETTERS = 1_200;
    private static final int MOST_WORDS = 12;
    private static final int IDEOGRAPHS_A_WORD = 2;

    /** Each costs a judgement; the longest texts scraped off pages have a tenth. */
    private static final int MOST_PIECES = 10_000;

    private final List<Piece> pieces = new ArrayList<>();
    private int lines;

    private TextPieces() {}

    /**
     * Some of one line.
     *
     * @param line the index of the line it is of
     * @param start where in that line it begins, and
     * @param end before where it ends; both in UTF-16 units
     * @param ends whether a sentence or the line ends with it
     */
    public record Piece(String text, int line, int start, int end, boolean ends) {}

    /** @param lines blank ones have no pieces; those beyond the bound are left out, see {@link #lines} */
    public static TextPieces of(List<String> lines) {
        TextPieces result = new TextPieces();
        for (int i = 0; i < lines.size() && result.pieces.size() < MOST_PIECES; i++) {
            result.lines = i + 1;
            if (lines.get(i).length() <= LONG_LINE_LETTERS)
                result.add(lines.get(i), i, 0, lines.get(i).length(), true);
            else result.split(lines.get(i), i);
        }
        return result;
    }

    public List<Piece> pieces() {
        return pieces;
    }

    /** How many lines were taken, from the first on. */
    public int lines() {
        return lines;
    }

    /** A block for every piece, in order. */
    public PageBlocks blocks() {
        Document document = Document.createShell("");
        for (Piece piece : pieces) document.body().appendChild(new Element("p").appendText(piece.text()));
        return PageBlocks.of(document);
    }

    private void add(String line, int index, int start, int end, boolean ends) {
        String text = line.substring(start, end);
        for (int i = 0; i < text.length(); i++) {
            if (Scripts.isSpace(text.charAt(i))) continue;
            pieces.add(new Piece(text, index, start, end, ends));
            return;
        }
    }

    private void split(String line, int index) {
        int start = 0;
        int halfWords = 0;
        boolean inWord = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean space = Scripts.isSpace(c);
            boolean ideograph = Scripts.isIdeograph(c);
            if (ideograph) halfWords += 2 / IDEOGRAPHS_A_WORD;
            else if (!space && !inWord) halfWords += 2;
            inWord = !space && !ideograph;
            boolean sentence = endsSentence(line, i);
            boolean breakable = space || ideograph;
            boolean room = pieces.size() < MOST_PIECES - 1;
            if (room && (sentence || (breakable && halfWords >= MOST_WORDS * 2))) {
                add(line, index, start, i + 1, sentence);
                start = i + 1;
                halfWords = 0;
                inWord = false;
            }
        }
        if (start < line.length()) add(line, index, start, line.length(), true);
    }

    private static boolean endsSentence(String line, int at) {
        char c = line.charAt(at);
        if (c > 127) return Scripts.endsSentence(c);
        boolean before = at > 0 && ".!?".indexOf(line.charAt(at - 1)) >= 0;
        return Scripts.isSpace(c) && before;
    }
}
