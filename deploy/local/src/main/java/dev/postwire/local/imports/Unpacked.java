package dev.postwire.local.imports;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Files that are packed, by their suffix: {@code .gz} and {@code .zst} around one file, {@code .tar} and {@code .zip} around many. */
final class Unpacked {
    private static final int BUFFER = 64 * 1024;

    private Unpacked() {}

    /** The name without what only says that the file is packed: {@code a.md} of {@code a.md.gz}, {@code a.tar} of {@code a.tgz}. */
    static String name(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".tgz")) return name.substring(0, name.length() - 4) + ".tar";
        if (lower.endsWith(".gz")) return name.substring(0, name.length() - 3);
        if (lower.endsWith(".zst")) return name.substring(0, name.length() - 4);
        return name;
    }

    static boolean isArchive(String name) {
        String lower = name(name).toLowerCase(Locale.ROOT);
        return lower.endsWith(".tar") || lower.endsWith(".zip");
    }

    static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** What is in a file of that name. Files of several members, as gzip allows, are read to their end. */
    static InputStream stream(String name, InputStream packed) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz") || lower.endsWith(".tgz"))
            return new GZIPInputStream(new BufferedInputStream(packed, BUFFER), BUFFER);
        if (lower.endsWith(".zst"))
            return new ZstdInputStream(new BufferedInputStream(packed, BUFFER)).setContinuous(false);
        return new BufferedInputStream(packed, BUFFER);
    }
}
