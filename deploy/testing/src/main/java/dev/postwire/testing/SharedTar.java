package dev.postwire.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The files of an archive in the shared data, by name; skips the test where that data is not beside the checkout. */
public final class SharedTar {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int TYPE_AT = 156;

    private SharedTar() {}

    public static Map<String, byte[]> files(String name) throws IOException {
        Path archive = Path.of("../../shared/data").resolve(name);
        Assumptions.assumeTrue(Files.exists(archive), "the shared data are not beside this checkout");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            String longName = "";
            for (byte[] header = in.readNBytes(BLOCK);
                    header.length == BLOCK && header[0] != 0;
                    header = in.readNBytes(BLOCK)) {
                int size = Integer.parseInt(text(header, SIZE_AT, 12), 8);
                byte[] content = in.readNBytes(size);
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                String path = longName.isEmpty() ? text(header, 345, 155) + "/" + text(header, 0, 100) : longName;
                longName = header[TYPE_AT] == 'L' ? text(content, 0, size) : "";
                if (header[TYPE_AT] == '0' || header[TYPE_AT] == 0) files.put(path, content);
            }
        }
        return files;
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) end++;
        return new String(bytes, from, end - from, StandardCharsets.UTF_8).strip();
    }
}
