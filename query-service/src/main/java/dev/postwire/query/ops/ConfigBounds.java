package dev.postwire.query.ops;

import dev.postwire.query.QueryConfig;
import dev.postwire.query.page.WebPage;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Ends the start where a key has a value that cannot work, before anything else begins. */
@Singleton
public final class ConfigBounds {
    private static final int FIRST = 1;
    private static final int LARGEST_BATCH = 10_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int MOST_CALLS = 1_000_000;
    private static final int MOST_REVISIONS = 100;
    private static final int MOST_STREAMS = 100_000;
    private static final Duration SHORTEST_HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration LONGEST_HEARTBEAT = Duration.ofMinutes(5);

    void atStart(@Observes @Priority(FIRST) StartupEvent event, QueryConfig config) {
        check(config);
    }

    /** Names the first key that is out of its bounds in what it throws. */
    public static void check(QueryConfig config) {
        callable("postwire.ingest-url", config.ingestUrl());
        callable("postwire.enrich-url", config.enrichUrl());
        between("postwire.store.batch", config.store().batch(), 1, LARGEST_BATCH);
        between("postwire.waiting.calls", config.waiting().calls(), 0, MOST_CALLS);
        between("postwire.revisions.kept", config.revisions().kept(), 0, MOST_REVISIONS);
        between("postwire.streams.open", config.streams().open(), 0, MOST_STREAMS);
        Duration heartbeat = config.streams().heartbeat();
        if (heartbeat.compareTo(SHORTEST_HEARTBEAT) < 0 || heartbeat.compareTo(LONGEST_HEARTBEAT) > 0) {
            throw new IllegalArgumentException("postwire.streams.heartbeat must be from 1 second to 5 minutes");
        }
        Duration longest = config.waiting().longest();
        if (longest.isNegative() || longest.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("postwire.waiting.longest must be from 0 to 10 minutes");
        }
    }

    private static void callable(String key, Optional<URI> address) {
        if (!address.map(WebPage::isCallable).orElse(true)) {
            throw new IllegalArgumentException(key + " must be an address like https://posts.example");
        }
    }

    private static void between(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " must be from " + least + " to " + most);
        }
    }
}
