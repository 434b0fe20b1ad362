package dev.postwire.platform.coding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** How a body is packed for its way, as {@code Content-Encoding} names it (RFC 9110, section 8.4; Zstandard: RFC 8878). */
public enum ContentCoding {
    IDENTITY {
        @Override
        public InputStream unpack(InputStream packed) {
            return packed;
        }
    },
    GZIP {
        @Override
        public InputStream unpack(InputStream packed) {
            return new GzipStream(packed);
        }
    },
    ZSTD {
        @Override
        public InputStream unpack(InputStream packed) throws IOException {
            return new ZstdStream(packed);
        }
    };

    /** The names that are understood, for {@code Accept-Encoding}. */
    public static final String NAMES = "gzip, zstd";

    /** Empty where the header names another coding, or several. */
    public static Optional<ContentCoding> of(String header) {
        return switch (header.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> Optional.of(IDENTITY);
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "zstd" -> Optional.of(ZSTD);
            default -> Optional.empty();
        };
    }

    /**
     * The stream unpacked, piece by piece as it arrives, in memory that does not grow with it. Reading throws {@link
     * BrokenCodingException} where it is not what the name says, or ends in the middle.
     */
    public abstract InputStream unpack(InputStream packed) throws IOException;

    /** The body unpacked; empty where it has more than {@code most} bytes, which is known before they are there. */
    public final Optional<byte[]> unpack(byte[] packed, int most) throws BrokenCodingException {
        if (this == IDENTITY) return packed.length > most ? Optional.empty() : Optional.of(packed);
        try (InputStream unpacked = unpack(new ByteArrayInputStream(packed))) {
            byte[] body = unpacked.readNBytes(most);
            return unpacked.read() < 0 ? Optional.of(body) : Optional.empty();
        } catch (BrokenCodingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }
}
