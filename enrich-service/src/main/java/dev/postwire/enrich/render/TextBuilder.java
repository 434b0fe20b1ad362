package dev.postwire.enrich.render;

import dev.postwire.enrich.post.CleanText;
import java.util.ArrayList;
import java.util.List;

/**
 * Text put together from pieces: white space collapses as a browser shows it, gaps are written only between things that show, and
 * spans begin at the first and end after the last character that shows. Counts code points.
 */
final class TextBuilder {
    private final StringBuilder text = new StringBuilder(1 << 12);
    /** Spans that nothing has shown in yet. */
    private final List<Span> waiting = new ArrayList<>();

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
        int end = piece.length();
        for (int i = 0; i < end; ) {
            int from = i;
            while (i < end && (!isSpace(piece.charAt(i)) || isPlainGap(piece, from, i))) i++;
            if (i > from) append(piece, from, i);
            if (i < end) space = true;
            i++;
        }
    }

    /** The piece as it stands; answers where it starts. */
    int verbatim(String piece) {
        if (piece.isBlank()) return points;
        fillGap();
        int start = points;
        startWaiting();
        text.append(piece);
        points += piece.codePointCount(0, piece.length());
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
        waiting.add(span);
        return span;
    }

    void close(Span span) {
        if (span.start < 0) waiting.remove(span);
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

    /** One space between two words stands as it is. */
    private static boolean isPlainGap(String piece, int from, int i) {
        return i > from && piece.charAt(i) == ' ' && i + 1 < piece.length() && !isSpace(piece.charAt(i + 1));
    }

    private static boolean isSpace(char c) {
        return c < 0x7F ? c <= ' ' : CleanText.isSpace(c);
    }

    private void append(String piece, int from, int to) {
        fillGap();
        startWaiting();
        text.append(piece.substring(from, to));
        int pairs = 0;
        for (int i = from; i < to; i++) if (Character.isHighSurrogate(piece.charAt(i))) pairs++;
        points += to - from - pairs;
    }

    private void startWaiting() {
        if (waiting.isEmpty()) return;
        for (Span span : waiting) {
            span.start = points;
            span.startChar = text.length();
        }
        waiting.clear();
    }

    private void fillGap() {
        if (points > 0) {
            int before = text.length();
            if (lines > 0) for (int i = 0; i < lines; i++) text.append('\n');
            else if (tab) text.append('\t');
            else if (space) text.append(' ');
            points += text.length() - before;
        }
        lines = 0;
        space = false;
        tab = false;
    }
}
