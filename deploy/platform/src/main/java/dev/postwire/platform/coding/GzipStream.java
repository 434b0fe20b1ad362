package dev.postwire.platform.coding;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952), member after member. The JDK's own stream takes what follows the first member for rubbish where it has
 * not arrived yet, and passes over rubbish in silence; this one waits for it, and refuses it. For one thread.
 */
final class GzipStream extends BlockInputStream {
    private static final int CHUNK = 16 * 1024;
    private static final int MAGIC = 0x1f8b;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int end;
    private boolean within;
    private boolean any;

    GzipStream(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) return 0;
        try {
            while (within || begin()) {
                int count = inflater.inflate(into, offset, length);
                check.update(into, offset, count);
                if (count > 0) return count;
                if (inflater.finished()) finish();
                else feed();
            }
            return -1;
        } catch (DataFormatException e) {
            throw new BrokenCodingException("is a gzip stream that is broken");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }

    /** False where the stream ends between two members. */
    private boolean begin() throws IOException {
        if (at == end && !fill()) {
            if (any) return false;
            throw new BrokenCodingException("is no gzip stream, for it is empty");
        }
        if ((octet() << Byte.SIZE | octet()) != MAGIC || octet() != DEFLATE) {
            throw new BrokenCodingException(any ? "goes on after its gzip stream has ended" : "is no gzip stream");
        }
        int flags = octet();
        if ((flags & RESERVED) != 0) throw new BrokenCodingException("is a gzip stream of a kind not known");
        skip(6);
        if ((flags & EXTRA) != 0) skip(octet() | octet() << Byte.SIZE);
        if ((flags & NAME) != 0) skipText();
        if ((flags & COMMENT) != 0) skipText();
        if ((flags & HEADER_CHECK) != 0) skip(2);
        any = true;
        within = true;
        inflater.reset();
        check.reset();
        return true;
    }

    private void feed() throws IOException {
        if (at == end && !fill()) throw endsInTheMiddle();
        inflater.setInput(chunk, at, end - at);
        at = end;
    }

    private void finish() throws IOException {
        at = end - inflater.getRemaining();
        within = false;
        long said = word();
        long length = word();
        if (said != check.getValue() || length != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new BrokenCodingException("is a gzip stream that is broken: its check sum or length is wrong");
        }
    }

    private long word() throws IOException {
        long word = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) word |= (long) octet() << shift;
        return word;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) octet();
    }

    private void skipText() throws IOException {
        while (octet() != 0) {
            // up to the zero that ends it
        }
    }

    private int octet() throws IOException {
        if (at == end && !fill()) throw endsInTheMiddle();
        return chunk[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, packed.read(chunk, 0, CHUNK));
        return end > 0;
    }

    private static BrokenCodingException endsInTheMiddle() {
        return new BrokenCodingException("is a gzip stream that ends in the middle");
    }
}
