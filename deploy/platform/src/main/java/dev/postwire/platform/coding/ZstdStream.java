package dev.postwire.platform.coding;

import com.github.luben.zstd.ZstdBufferDecompressingStreamNoFinalizer;
import com.github.luben.zstd.ZstdIOException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Unpacks Zstandard (RFC 8878), frame after frame, handing out what there is before it waits for more. The library's own stream
 * takes an end in the middle of a second frame for a good one where both begin in one read. For one thread.
 */
final class ZstdStream extends BlockInputStream {
    /** 8 MiB: what RFC 9659 allows a sender to ask of a receiver over HTTP. */
    private static final int MOST_WINDOW_LOG = 23;

    private static final int CHUNK = 16 * 1024;

    private final InputStream packed;
    private final byte[] chunk = new byte[CHUNK];
    private final ByteBuffer source = ByteBuffer.wrap(chunk).limit(0);
    private Frames frames;

    /** Reads only what we put into the buffer; when to wait for more is for us to say. */
    private static final class Frames extends ZstdBufferDecompressingStreamNoFinalizer {
        Frames(ByteBuffer source) {
            super(source);
        }
    }

    ZstdStream(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) return 0;
        try {
            while (frames != null && frames.hasRemaining() || begin()) {
                int count = frames.read(ByteBuffer.wrap(into, offset, length));
                if (count > 0) return count;
                if (!source.hasRemaining() && frames.hasRemaining() && !fill()) {
                    throw new BrokenCodingException("is a Zstandard stream that ends in the middle");
                }
            }
            return -1;
        } catch (ZstdIOException e) {
            throw new BrokenCodingException("is no Zstandard stream, or is broken");
        }
    }

    @Override
    public void close() throws IOException {
        if (frames != null) frames.close();
        packed.close();
    }

    /** Between two frames; false where no other comes. */
    private boolean begin() throws IOException {
        if (!source.hasRemaining() && !fill()) {
            if (frames != null) return false;
            throw new BrokenCodingException("is no Zstandard stream, for it is empty");
        }
        if (frames != null) frames.close();
        frames = new Frames(source);
        frames.setLongMax(MOST_WINDOW_LOG);
        return true;
    }

    private boolean fill() throws IOException {
        int count = Math.max(0, packed.read(chunk, 0, CHUNK));
        source.position(0).limit(count);
        return count > 0;
    }
}
