package dev.postwire.enrich.read;

/**
 * How much of a text is read as Markdown: a block takes a thousand times the memory of the sign that begins it, and the cells that
 * a row of a table lacks are made. Counts what may become a block, and never less, in one pass. What is beyond is words.
 */
final class MarkdownBound {
    /** In units of a line. The largest posts of people have a tenth. */
    private static final int MOST = 100_000;

    private static final int BLOCK = 4;
    /** The parser copies a paragraph's lines for each line more: those after so many cost as much again, and so on. */
    private static final int LINES = 500;

    private final String text;
    private int spent;
    /** How many cells each line from here on may become, up to the next blank one. */
    private int columns;

    private int linesAfterBlank;

    private MarkdownBound(String text) {
        this.text = text;
    }

    /** Before which index the text may be read as Markdown, between lines: its length for all that people write. */
    static int end(String text) {
        // Even if each character were a line, and no row of a table lacks cells.
        if (text.length() < MOST / (BLOCK + 2) && text.indexOf('|') < 0) return text.length();
        return new MarkdownBound(text).end();
    }

    private int end() {
        for (int at = 0; at < text.length(); ) {
            int end = lineEnd(at);
            count(at, end);
            if (spent > MOST) return at;
            at = end + 1;
        }
        return text.length();
    }

    private int lineEnd(int from) {
        for (int i = from; i < text.length(); i++) if (text.charAt(i) == '\n' || text.charAt(i) == '\r') return i;
        return text.length();
    }

    private void count(int start, int end) {
        int i = start;
        int markers = 0;
        boolean blank = true;
        boolean dashed = false;
        int pipes = 0;
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t') continue;
            if ("-*+>#0123456789.)|:~`=_<[".indexOf(c) < 0) break;
            blank = false;
            markers++;
            if (c == '-') dashed = true;
            if (c == '|') pipes++;
        }
        blank &= i == end;
        spent += 1 + Math.min(markers, Integer.MAX_VALUE / 4 - spent) + columns * BLOCK;
        spent += linesAfterBlank / LINES;
        if (!blank && (linesAfterBlank == 0 || markers > 0)) spent += BLOCK;
        linesAfterBlank = blank ? 0 : linesAfterBlank + 1;
        if (blank) columns = 0;
        else if (i == end && dashed && pipes > 0) columns = Math.max(columns, Math.min(pipes + 1, MOST));
    }
}
