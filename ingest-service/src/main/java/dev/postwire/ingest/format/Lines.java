package dev.postwire.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The lines of a stream, one at a time: memory is bounded by the longest line allowed, whatever comes. A line ends with a line feed,
 * which a carriage return may precede; the last one may end with the stream. Blank lines count as lines and are passed over, not
 * without end. Hands out a line as soon as its end has arrived. For one thread.
 */
public final class Lines {
    /** A line in its place; {@code number} counts from 1. */
    public sealed interface Line {
        long number();

        /** The line's bytes without its end. */
        record Whole(long number, byte[] bytes) implements Line {
            @Override
            public String toString() {
                return "Whole[number=" + number + ", bytes=" + bytes.length + "]";
            }
        }

        /**
         * A line longer than allowed, of which nothing was kept. Where it is {@code endless}, its end was not looked for, or so many
         * blank lines came before it that it was not looked for itself.
         */
        record TooLong(long number, boolean endless) implements Line {}
    }

    private static final int CHUNK = 64 * 1024;

    /** A line, and blanks before one, are given up after this many times the allowed length: packed they would take hours. */
    private static final long ENDLESS = 64;

    private final InputStream in;
    private final int longest;
    private final BooleanSupplier wanted;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int end;
    private long number;
    private boolean within;

    /** Lines of at most {@code longest} bytes, their end not counted. */
    public Lines(InputStream in, int longest) {
        this(in, longest, () -> true);
    }

    /**
     * Lines of at most {@code longest} bytes, their end not counted.
     *
     * @param wanted asked again and again between lines: where it says no, no further one is looked for
     */
    public Lines(InputStream in, int longest, BooleanSupplier wanted) {
        this.in = in;
        this.longest = longest;
        this.wanted = wanted;
    }

    /** The next line that is not blank; empty once the stream has ended, or no line is wanted any more. */
    public Optional<Line> next() throws IOException {
        long blanks = 0;
        while (at < end || wanted.getAsBoolean() && fill()) {
            number++;
            within = true;
            Line line = read();
            within = false;
            boolean blank = line instanceof Line.Whole whole && blank(whole.bytes());
            if (!blank) return Optional.of(line);
            blanks += ((Line.Whole) line).bytes().length + 1L;
            if (blanks > ENDLESS * longest) return Optional.of(new Line.TooLong(number, true));
        }
        return Optional.empty();
    }

    /** The number of the line that is being read, as after a failure in its middle, or else of the one that comes next. */
    public long current() {
        return within ? number : number + 1;
    }

    private Line read() throws IOException {
        ByteArrayOutputStream begun = null; // only for a line that does not lie within one chunk
        long length = 0;
        while (true) {
            int feed = feed();
            int part = (feed < 0 ? end : feed) - at;
            length += part;
            // One byte more than allowed may be the carriage return that belongs to the end.
            boolean kept = length <= longest + 1L;
            if (feed >= 0 && begun == null) {
                Line line = kept ? line(chunk, at, part) : new Line.TooLong(number, false);
                at = feed + 1;
                return line;
            }
            if (begun == null) begun = new ByteArrayOutputStream(part);
            if (kept) begun.write(chunk, at, part);
            else begun.reset();
            at = feed < 0 ? end : feed + 1;
            if (length > ENDLESS * longest) return new Line.TooLong(number, true);
            if (feed >= 0 || !fill()) {
                byte[] whole = begun.toByteArray();
                return kept ? line(whole, 0, whole.length) : new Line.TooLong(number, false);
            }
        }
    }

    private Line line(byte[] bytes, int from, int length) {
        int kept = length > 0 && bytes[from + length - 1] == '\r' ? length - 1 : length;
        if (kept > longest) return new Line.TooLong(number, false);
        byte[] line = new byte[kept];
        System.arraycopy(bytes, from, line, 0, kept);
        return new Line.Whole(number, line);
    }

    private int feed() {
        for (int i = at; i < end; i++) {
            if (chunk[i] == '\n') return i;
        }
        return -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk, 0, CHUNK));
        return end > 0;
    }

    private static boolean blank(byte[] line) {
        for (byte octet : line) {
            if (octet != ' ' && octet != '\t' && octet != '\r') return false;
        }
        return true;
    }
}
