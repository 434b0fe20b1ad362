package dev.postwire.query.index;

import dev.postwire.platform.kafka.Loops;
import dev.postwire.query.QueryConfig;
import dev.postwire.query.analysis.Languages;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Instant;

/** Starts the loop that follows the store, and tells how far it is. */
@Singleton
public class IndexAtStart {
    private volatile IndexWork work;

    @Produces
    @Singleton
    static Languages languages() {
        return new Languages();
    }

    void start(
            @Observes StartupEvent event,
            Loops loops,
            QueryConfig config,
            PostSource source,
            PostIndex index,
            Languages languages,
            MeterRegistry registry) {
        registry.gauge(
                "postwire.index.lag",
                index,
                one -> one.state().knows(Instant.now()) ? one.state().lag() : Double.NaN);
        registry.gauge("postwire.index.change", index, one -> one.state().visible());
        registry.gauge("postwire.index.rebuild.done", index, one -> one.state()
                .rebuild()
                .done());
        registry.gauge("postwire.index.rebuild.posts", index, one -> one.state()
                .rebuild()
                .of());
        work = new IndexWork(
                source, new IndexFolder(Path.of(config.index().folder()), languages), index, IndexWork.PAUSE);
        loops.start("index", work);
    }

    /** Something may have been stored. */
    public void signal() {
        IndexWork started = work;
        if (started != null) started.signal();
    }
}
