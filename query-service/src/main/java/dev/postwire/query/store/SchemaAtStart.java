package dev.postwire.query.store;

import dev.postwire.platform.kafka.Loops;
import dev.postwire.platform.kafka.Work;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date as soon as the database answers. Runs beside the start of the service, so that a service comes up,
 * and says that it is not ready, while the database is away. Of several instances one does it; Flyway sees to that.
 */
@Singleton
public class SchemaAtStart {
    private static final Logger LOGGER = Logger.getLogger(SchemaAtStart.class);
    private static final long CALL_SECONDS = 15;

    private final Flyway flyway;
    private final Loops loops;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    SchemaAtStart(Flyway flyway, Loops loops) {
        this.flyway = flyway;
        this.loops = loops;
    }

    void start(@Observes StartupEvent event) {
        loops.start("schema", new Migration());
    }

    void stop(@Observes ShutdownEvent event) {
        done.cancel(false);
    }

    /** True once the schema is what this version of the service needs. */
    public boolean ready() {
        return done.isDone() && !done.isCompletedExceptionally();
    }

    /** Waits until it is; a time-out is an exception, which a loop retries. */
    public void await() throws InterruptedException, ExecutionException, TimeoutException {
        done.get(CALL_SECONDS, TimeUnit.SECONDS);
    }

    private final class Migration implements Work {
        @Override
        public void open() {}

        @Override
        public boolean step() {
            LOGGER.infof("schema is up to date migrations=%d", flyway.migrate().migrationsExecuted);
            done.complete(null);
            return false;
        }

        @Override
        public void wakeup() {}

        @Override
        public void close() {}
    }
}
