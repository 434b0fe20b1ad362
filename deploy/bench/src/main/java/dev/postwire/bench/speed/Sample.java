package dev.postwire.bench.speed;

import dev.postwire.bench.Checkout;
import dev.postwire.bench.Wcxb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The posts that are timed, the same in every run: every seventh labelled page, and a blog's Markdown files of about 6 kB. Where
 * the reference data is absent, posts of our own making stand in, and the figures mean less.
 */
final class Sample {
    private static final int EVERY = 7;
    private static final long LEAST_MARKDOWN = 3_000;
    private static final long MOST_MARKDOWN = 9_000;

    private Sample() {}

    record Post(String url, byte[] bytes, String source) {
        private static Post of(String url, byte[] bytes) {
            return new Post(url, bytes, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** @param every one page of so many sevens, so that a quick run goes over fewer pages */
    static List<Post> pages(int every) {
        if (!Wcxb.isIn(Wcxb.folder())) {
            return IntStream.range(0, 20)
                    .mapToObj(MadeUp::page)
                    .map(page -> Post.of("", page))
                    .toList();
        }
        try (Stream<Wcxb.Page> pages = Wcxb.pages(Wcxb.folder(), EVERY * every)) {
            return pages.map(page -> Post.of(page.url(), page.html())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Post> markdown() {
        Path archive = Checkout.shared("blogs/hugo-zerokspot.tar.gz");
        if (!Files.exists(archive)) {
            return IntStream.range(0, 100)
                    .mapToObj(MadeUp::markdown)
                    .map(post -> Post.of("", post))
                    .toList();
        }
        List<Post> sample = new ArrayList<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            for (TarArchiveEntry file = tar.getNextEntry(); file != null; file = tar.getNextEntry()) {
                boolean fits = file.getSize() >= LEAST_MARKDOWN && file.getSize() <= MOST_MARKDOWN;
                if (fits && file.getName().endsWith(".md")) sample.add(Post.of("", tar.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sample;
    }
}
