package dev.postwire.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What an operator may set of this service. Addresses of the broker are Kafka's own {@code kafka.*} keys. */
@ConfigMapping(prefix = "postwire")
public interface IngestConfig {
    /** Where readers find posts: the query service's address as they see it. Answers point there. */
    @WithDefault("http://127.0.0.1:8080")
    URI queryUrl();

    /** Largest body of a post, up to 8M; a larger one is answered 413. */
    @WithDefault("1M")
    MemorySize maxPostSize();

    /** Largest body of a feed, up to 32M and a seventh of the memory for all posts under way; a larger one is answered 413. */
    @WithDefault("8M")
    MemorySize maxFeedSize();

    /** Memory for all posts under way together, at least twice the largest post; beyond it calls are answered 503. */
    @WithDefault("64M")
    MemorySize inFlightSize();

    /**
     * How long the body of a post may take to arrive, from 1 second to 10 minutes; then the call is answered 408. So is a batch of
     * which for so long less than 256 bytes came each second.
     */
    @WithDefault("30S")
    Duration bodyPatience();

    /** Batches that one caller, a key's name or else an address, may have under way at each instance; a further one is answered 429. */
    @WithDefault("8")
    int batchesPerCaller();
}
