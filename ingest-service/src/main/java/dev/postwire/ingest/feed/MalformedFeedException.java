package dev.postwire.ingest.feed;

/** A feed cannot be read. The message is the end of a sentence that begins with the feed; it never quotes it. */
public final class MalformedFeedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    MalformedFeedException(String message, String text, int offset) {
        super(message);
        int at = Math.min(offset, text.length());
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        this.line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        this.column = 1 + text.codePointCount(lineStart, at);
    }

    MalformedFeedException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** In code points, counted from 1. */
    public int column() {
        return column;
    }
}
