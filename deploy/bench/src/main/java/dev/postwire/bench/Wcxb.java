package dev.postwire.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Web pages with what a person found on them, as the WCXB benchmark lays them out: {@code gold.jsonl.gz}, a page a line, and
 * {@code html/<id>.html.gz}. Pages are read one by one as the stream asks for them; close the stream.
 */
public final class Wcxb {
    private static final String GOLD = "gold.jsonl.gz";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Wcxb() {}

    /**
     * One labelled page. What its labels do not say is the empty string.
     *
     * @param type article, collection, documentation, forum, listing, product or service
     * @param date as labelled, the day first: {@code 2025-09-04…}
     * @param text the main content
     * @param html the page's bytes, UTF-8
     */
    public record Page(
            String id, String url, String type, String title, String author, String date, String text, byte[] html) {
        public Page {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(html, "html");
        }

        /** The page decoded; bytes that are no UTF-8 become U+FFFD. */
        public String source() {
            return new String(html, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "Page[id=" + id + ", type=" + type + ", bytes=" + html.length + "]";
        }
    }

    /** The development split beside this source tree; it may be absent. */
    public static Path folder() {
        return Checkout.shared("extraction/wcxb-dev");
    }

    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(GOLD));
    }

    /** All pages in the order of their labels. Throws {@link NoSuchFileException} where there are none. */
    public static Stream<Page> pages(Path folder) throws IOException {
        return pages(folder, 1);
    }

    /** As {@link #pages(Path)}, but only the first page and every {@code every}-th after it; the others are not read. */
    public static Stream<Page> pages(Path folder, int every) throws IOException {
        Path gold = folder.resolve(GOLD);
        if (!isIn(folder)) throw new NoSuchFileException(gold.toString(), null, "no labelled pages there");
        BufferedReader lines = new BufferedReader(new InputStreamReader(inflated(gold), StandardCharsets.UTF_8));
        AtomicInteger number = new AtomicInteger();
        return lines.lines()
                .filter(line -> number.getAndIncrement() % every == 0)
                .map(line -> page(folder, line))
                .onClose(() -> close(lines));
    }

    private static Page page(Path folder, String line) {
        try {
            JsonNode gold = JSON.readTree(line);
            String id = said(gold, "id");
            try (InputStream html = inflated(folder.resolve("html").resolve(id + ".html.gz"))) {
                return new Page(
                        id,
                        said(gold, "url"),
                        said(gold, "type"),
                        said(gold, "title"),
                        said(gold, "author"),
                        said(gold, "date"),
                        said(gold, "text"),
                        html.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(JsonNode gold, String field) {
        return gold.path(field).asText("");
    }

    private static InputStream inflated(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file));
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
