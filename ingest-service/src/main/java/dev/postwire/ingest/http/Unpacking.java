package dev.postwire.ingest.http;

import dev.postwire.platform.coding.BlockInputStream;
import dev.postwire.platform.coding.ContentCoding;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A packed stream of any length, unpacked as it arrives. Who sends little cannot make us read without end: once much has come out,
 * reading throws {@link OverpackedException} where that is too many times what went in. For one thread.
 */
final class Unpacking extends BlockInputStream {
    /** Gzip can pack a thousandfold, and only one byte over and over; posts that differ come nowhere near. */
    private static final int MOST_TIMES = 1_000;

    /** No ratio is asked of so much: it is read in a moment, and a line or blanks without end have their verdict before. */
    private static final long FREE_BYTES = 128L * 1024 * 1024;

    private final Counted packed;
    private final InputStream out;
    private long unpacked;

    private Unpacking(Counted packed, InputStream out) {
        this.packed = packed;
        this.out = out;
    }

    static InputStream of(InputStream packed, ContentCoding coding) throws IOException {
        if (coding == ContentCoding.IDENTITY) return packed;
        Counted counted = new Counted(packed);
        return new Unpacking(counted, coding.unpack(counted));
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = out.read(into, offset, length);
        if (count > 0) unpacked += count;
        if (unpacked > FREE_BYTES && unpacked > MOST_TIMES * packed.bytes) {
            throw new OverpackedException("unpacks to more than " + MOST_TIMES + " times its size");
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Everything reads blocks; what is skipped would not be counted. */
    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            if (octet >= 0) bytes++;
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            if (count > 0) bytes += count;
            return count;
        }
    }
}
