package dev.postwire.enrich.render;

import dev.postwire.enrich.post.CleanText;
import java.util.ArrayList;
import java.util.List;

/**
 * Text put together from pieces: white space collapses as a browser shows it, gaps are written only between things that show, and
 * spans begin at the first and end after the last character that shows. Counts code points.
 */
final class TextBuilder {
    private final StringBuilder text = new StringBuilder();
    private final List<Span> open = new ArrayList<>();
    private int points;
    private int lines;
    private boolean space;
    private boolean tab;

    /** A stretch of the text, in code points for the outside and in chars for quoting. */
    static final class Span {
        private int start = -1;
        private int end;
        private int startChar;
        private int endChar;

        int start() {
            return start;
        }

        int end() {
            return end;
        }

        boolean isSeen() {
            return start >= 0 && end > start;
        }
    }

    /** Words with white space as it comes in a source. */
    void words(String piece) {
        for (int i = 0; i < piece.length(); ) {
            int point = piece.codePointAt(i);
            i += Character.charCount(point);
            if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT && CleanText.isSpace((char) point)) space = true;
            else append(point);
        }
    }

    /** The piece as it stands; answers where it starts. */
    int verbatim(String piece) {
        String body = piece.startsWith("\n") ? piece.substring(1) : piece;
        if (body.isBlank()) return points;
        fillGap();
        int start = points;
        text.append(body);
        points += body.codePointCount(0, body.length());
        return start;
    }

    /** A gap of at least that many line ends before whatever shows next. */
    void atLeastLines(int count) {
        lines = Math.max(lines, count);
    }

    void tab() {
        tab = true;
    }

    Span open() {
        Span span = new Span();
        open.add(span);
        return span;
    }

    void close(Span span) {
        open.remove(span);
        span.end = points;
        span.endChar = text.length();
    }

    String quote(Span span) {
        return text.substring(span.startChar, span.endChar);
    }

    int length() {
        return points;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void append(int point) {
        fillGap();
        for (Span span : open) {
            if (span.start < 0) {
                span.start = points;
                span.startChar = text.length();
            }
        }
        text.appendCodePoint(point);
        points++;
    }

    private void fillGap() {
        String gap = lines > 0 ? "\n".repeat(lines) : tab ? "\t" : space ? " " : "";
        if (points > 0) {
            text.append(gap);
            points += gap.length();
        }
        lines = 0;
        space = false;
        tab = false;
    }
}
