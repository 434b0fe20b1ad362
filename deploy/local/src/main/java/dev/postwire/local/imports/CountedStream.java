package dev.postwire.local.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file's stream that tells how far it is read; once closed it counts as read to its end. */
final class CountedStream extends FilterInputStream {
    private final Finds finds;
    private long left;

    /** @param size of the file */
    CountedStream(InputStream in, long size, Finds finds) {
        super(in);
        this.finds = finds;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) count(1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) count(read);
        return read;
    }

    @Override
    public void close() throws IOException {
        count(left);
        super.close();
    }

    private void count(long bytes) {
        long counted = Math.min(left, bytes);
        left -= counted;
        finds.read(counted);
    }
}
