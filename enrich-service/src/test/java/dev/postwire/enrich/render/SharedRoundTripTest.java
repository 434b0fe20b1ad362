package dev.postwire.enrich.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@link RoundTrip} over whole pages as they were found, navigation and all. Skipped where they are not beside the checkout. */
class SharedRoundTripTest {
    private static final Path PAGES = Path.of("../../shared/data/extraction/wcxb-dev/html");
    /** Of all pages, for a quick run. */
    private static final int EVERY = 40;

    @Test
    void holdsForSomePages() throws IOException {
        assertHoldsForEvery(EVERY);
    }

    @Test
    @Tag("soak")
    void holdsForAllPages() throws IOException {
        assertHoldsForEvery(1);
    }

    private static void assertHoldsForEvery(int nth) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(PAGES), "the shared pages are not beside this checkout");
        List<Path> pages;
        try (Stream<Path> files = Files.list(PAGES)) {
            pages = files.sorted().toList();
        }
        assertTrue(pages.size() > 1_000);
        for (int i = 0; i < pages.size(); i += nth) RoundTrip.assertHolds(read(pages.get(i)));
    }

    private static String read(Path page) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(page))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
