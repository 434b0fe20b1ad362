package dev.postwire.ingest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.luben.zstd.Zstd;
import dev.postwire.platform.coding.ContentCoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnpackingTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int FRAMES = 3;

    @Test
    void whatUnpacksWithoutEndIsGivenUp() throws IOException {
        byte[] newlines = new byte[50 * MEBIBYTE];
        Arrays.fill(newlines, (byte) '\n');
        try (InputStream bomb = zstd(newlines)) {
            assertThrows(OverpackedException.class, () -> bomb.transferTo(OutputStream.nullOutputStream()));
        }
    }

    @Test
    void whatIsPackedAFewHundredTimesIsRead() throws IOException {
        byte[] post = new byte[6_000];
        Arrays.fill(post, (byte) 'x');
        byte[] posts = new byte[50 * MEBIBYTE];
        Random random = new Random(8);
        for (int at = 0; at + post.length < posts.length; at += post.length) {
            for (int i = 0; i < 8; i++) post[i] = (byte) ('a' + random.nextInt(26));
            System.arraycopy(post, 0, posts, at, post.length);
        }
        try (InputStream many = zstd(posts)) {
            assertEquals((long) FRAMES * posts.length, many.transferTo(OutputStream.nullOutputStream()));
        }
    }

    @Test
    void aLittleMayBePackedAsMuchAsItCan() throws IOException {
        byte[] blanks = new byte[40 * MEBIBYTE];
        try (InputStream few = zstd(blanks)) {
            assertEquals((long) FRAMES * blanks.length, few.transferTo(OutputStream.nullOutputStream()));
        }
    }

    /** The text a few times over. */
    private static InputStream zstd(byte[] text) throws IOException {
        byte[] frame = Zstd.compress(text);
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < FRAMES; i++) frames.write(frame);
        return Unpacking.of(new ByteArrayInputStream(frames.toByteArray()), ContentCoding.ZSTD);
    }
}
