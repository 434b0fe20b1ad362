package dev.postwire.enrich.learn;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The ranker for where there are too few posts to learn one: it was learned from other sites and comes with the enricher. */
final class DefaultRanker {
    static final Ranker INSTANCE = load();

    private static final String RESOURCE = "ranker.bin";

    private DefaultRanker() {}

    private static Ranker load() {
        try (InputStream bytes = DefaultRanker.class.getResourceAsStream(RESOURCE);
                DataInputStream in = new DataInputStream(new BufferedInputStream(bytes))) {
            return Ranker.read(in, Features.COUNT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
