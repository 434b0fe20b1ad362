package dev.postwire.ingest;

import java.net.URI;
import java.time.Duration;

/**
 * The configuration, checked: a key out of its bounds ends the start with a message that names it.
 *
 * @param queryUrl without a slash at the end
 * @param maxPostBytes largest body
 * @param maxFeedBytes largest body of a feed, whose entries are bounded as posts are
 * @param inFlightBytes memory for all posts under way
 * @param bodyPatience how long a body may take to arrive
 * @param batchesPerCaller batches that one caller may have under way
 */
public record Limits(
        String queryUrl,
        int maxPostBytes,
        int maxFeedBytes,
        long inFlightBytes,
        Duration bodyPatience,
        int batchesPerCaller) {
    /** Half of what a topic takes, so that a post with its headers, or with an envelope's escapes undone, always fits. */
    private static final int MOST_POST_BYTES = 8 * 1024 * 1024;

    private static final int MOST_FEED_BYTES = 32 * 1024 * 1024;

    /** What a feed takes while it is read, in sizes of its body: bytes, characters, elements, entries. */
    private static final int FEED_FACTOR = 7;

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(10);

    public Limits {
        check(maxPostBytes >= 1 && maxPostBytes <= MOST_POST_BYTES, "postwire.max-post-size must be from 1 to 8M");
        check(maxFeedBytes >= 1 && maxFeedBytes <= MOST_FEED_BYTES, "postwire.max-feed-size must be from 1 to 32M");
        check(
                inFlightBytes >= 2L * maxPostBytes,
                "postwire.in-flight-size must be at least twice postwire.max-post-size");
        check(
                bodyPatience.compareTo(LEAST_PATIENCE) >= 0 && bodyPatience.compareTo(MOST_PATIENCE) <= 0,
                "postwire.body-patience must be from 1S to 10M");
        check(batchesPerCaller >= 1, "postwire.batches-per-caller must be at least 1");
    }

    public static Limits of(IngestConfig config) {
        long inFlight = config.inFlightSize().asLongValue();
        return new Limits(
                address(config.queryUrl()),
                bounded(config.maxPostSize().asLongValue()),
                bounded(Math.min(config.maxFeedSize().asLongValue(), Math.max(1, inFlight / FEED_FACTOR))),
                inFlight,
                config.bodyPatience(),
                config.batchesPerCaller());
    }

    private static int bounded(long size) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(size, Integer.MIN_VALUE));
    }

    private static String address(URI url) {
        boolean web = url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        check(web && url.getQuery() == null && url.getFragment() == null, "postwire.query-url must be an http address");
        return url.toString().replaceAll("/+$", "");
    }

    private static void check(boolean good, String message) {
        if (!good) throw new IllegalArgumentException(message);
    }
}
