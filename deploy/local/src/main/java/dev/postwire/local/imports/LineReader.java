package dev.postwire.local.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream, one at a time, with a bound on what is kept of one. For one thread. */
final class LineReader {
    private final InputStream in;
    private final int longest;
    private final byte[] chunk = new byte[64 * 1024];
    private int at;
    private int end;
    private long number;

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * A line without its end.
     *
     * @param number from 1; blank lines count
     * @param whole whether all of it was kept
     */
    record Line(long number, byte[] bytes, boolean whole) {
        boolean isBlank() {
            for (byte b : bytes) if (b != ' ' && b != '\t' && b != '\r') return false;
            return true;
        }
    }

    /** The next one, or {@code null} at the end. */
    Line next() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean whole = true;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int stop = at;
            while (stop < end && chunk[stop] != '\n') stop++;
            whole &= kept.size() + stop - at <= longest;
            if (whole) kept.write(chunk, at, stop - at);
            boolean ended = stop < end;
            at = Math.min(end, stop + 1);
            if (ended) return new Line(++number, kept.toByteArray(), whole);
        }
        return any ? new Line(++number, kept.toByteArray(), whole) : null;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk));
        return end > 0;
    }
}
