package dev.postwire.enrich.kafka.model;

import dev.postwire.enrich.learn.CurrentModel;
import dev.postwire.enrich.learn.TagModel;
import dev.postwire.enrich.learn.UnreadableModelException;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Loops;
import dev.postwire.platform.kafka.TopicsAtStart;
import dev.postwire.platform.kafka.Work;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jboss.logging.Logger;

/**
 * Takes up the model that stands on its topic at start, and each later one as soon as it is committed. A model that cannot be read
 * is refused: the one in use stays, the error log and a counter say so, and posts go on.
 */
@Singleton
public final class ModelFollower {
    private static final Logger LOGGER = Logger.getLogger(ModelFollower.class);
    private static final long CALL_SECONDS = 15;
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final TopicsAtStart topics;
    private final CurrentModel current;
    private final Loops loops;
    private final Counter refused;
    private final CompletableFuture<Void> first = new CompletableFuture<>();

    ModelFollower(
            KafkaClients clients, TopicsAtStart topics, CurrentModel current, Loops loops, MeterRegistry metrics) {
        this.clients = clients;
        this.topics = topics;
        this.current = current;
        this.loops = loops;
        this.refused = Counter.builder("postwire.enrich.model.refused")
                .description("Models that could not be read and were not taken up")
                .register(metrics);
        Gauge.builder("postwire.enrich.model.posts", current, model -> model.get()
                        .posts())
                .description("Posts that the model in use was learned from")
                .register(metrics);
        Gauge.builder("postwire.enrich.model.tags", current, model -> model.get()
                        .tags())
                .description("Tags that the model in use can give")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        loops.start("model", new Following());
    }

    /** Before the loops are stopped, so that none waits for the model in vain. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        first.cancel(false);
    }

    /**
     * Waits until the model that stood on the topic at start is in use, so that posts are tagged alike by every instance, new ones
     * too; a time-out is an exception, which a loop retries.
     */
    public void await() throws InterruptedException, ExecutionException, TimeoutException {
        first.get(CALL_SECONDS, TimeUnit.SECONDS);
    }

    /** True once the model that stood on the topic at start is in use, or was refused. */
    boolean ready() {
        return first.isDone() && !first.isCompletedExceptionally();
    }

    private final class Following implements Work {
        // Written by the loop's thread; read by wakeup() from others.
        private volatile KafkaConsumer<String, byte[]> tail;

        @Override
        public void open() throws Exception {
            topics.await();
            KafkaConsumer<String, byte[]> opened = clients.reader();
            tail = opened;
            opened.assign(List.of(ModelTopic.PARTITION));
            opened.seekToEnd(List.of(ModelTopic.PARTITION));
            // From here on nothing is missed: what is committed later is seen by a later step.
            opened.position(ModelTopic.PARTITION);
            takeUp();
            first.complete(null);
        }

        @Override
        public boolean step() {
            boolean published = false;
            for (ConsumerRecord<String, byte[]> record : tail.poll(POLL)) {
                published |= ModelTopic.MANIFEST_KEY.equals(record.key());
            }
            if (published) takeUp();
            return true;
        }

        @Override
        public void wakeup() {
            KafkaConsumer<String, byte[]> open = tail;
            if (open != null) open.wakeup();
        }

        @Override
        public void close() {
            KafkaConsumer<String, byte[]> open = tail;
            tail = null;
            if (open != null) open.close();
        }
    }

    private void takeUp() {
        long start = System.nanoTime();
        try {
            TagModel next = ModelTopic.read(clients).readModel();
            if (next.version().equals(current.get().version())) return;
            current.replace(next);
            LOGGER.infof(
                    "model taken up version=%s posts=%d tags=%d millis=%d",
                    next.version(),
                    next.posts(),
                    next.tags(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (UnreadableModelException e) {
            refused.increment();
            LOGGER.errorf(
                    "model refused, the one in use stays version=%s cause=%s",
                    current.get().version(), e.getMessage());
        }
    }
}
