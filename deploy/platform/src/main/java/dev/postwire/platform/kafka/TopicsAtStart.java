package dev.postwire.platform.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/**
 * Creates the topics that are missing, with their settings, as soon as the broker answers; those of ours that exist get the settings
 * that nobody made on them (see {@link TopicSettings}). Runs
 * beside the start of the service, so that a service comes up, and says that it is not ready, while the broker is away.
 */
@Singleton
public class TopicsAtStart {
    private static final Logger LOGGER = Logger.getLogger(TopicsAtStart.class);
    private static final int REPLICAS_FOR_TWO_IN_SYNC = 3;
    private static final long CALL_SECONDS = 15;

    private final KafkaClients clients;
    private final KafkaConfig config;
    private final Loops loops;
    private final Instance<FurtherTopics> further;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    TopicsAtStart(KafkaClients clients, KafkaConfig config, Loops loops, Instance<FurtherTopics> further) {
        this.clients = clients;
        this.config = config;
        this.loops = loops;
        this.further = further;
    }

    void start(@Observes StartupEvent event) {
        loops.start("topics", new Creation());
    }

    /** Before the loops are stopped, so that none waits for topics in vain. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        done.cancel(false);
    }

    /** True once every topic is there. */
    public boolean ready() {
        return done.isDone() && !done.isCompletedExceptionally();
    }

    /** Waits until every topic is there; a time-out is an exception, which a loop retries. */
    public void await() throws InterruptedException, ExecutionException, TimeoutException {
        done.get(CALL_SECONDS, TimeUnit.SECONDS);
    }

    private final class Creation implements Work {
        // Made by the loop's thread; closed early by wakeup() from another, which an Admin allows.
        private volatile Admin admin;

        @Override
        public void open() {
            admin = clients.admin();
        }

        @Override
        public boolean step() throws Exception {
            Set<String> present = admin.listTopics().names().get(CALL_SECONDS, TimeUnit.SECONDS);
            createMissing(admin, present);
            TopicSettings.bringUp(
                    admin,
                    Stream.of(Topic.values())
                            .filter(topic -> present.contains(topic.topicName()))
                            .toList());
            done.complete(null);
            return false;
        }

        /** Fails the calls under way, which would else keep a stop waiting for as long as the broker is away. */
        @Override
        public void wakeup() {
            close();
        }

        @Override
        public void close() {
            if (admin != null) admin.close(Duration.ZERO);
        }
    }

    private void createMissing(Admin admin, Set<String> present) throws Exception {
        Map<String, Topic> wanted = new HashMap<>();
        for (Topic topic : Topic.values()) wanted.put(topic.topicName(), topic);
        further.forEach(more -> wanted.putAll(more.likes()));
        wanted.keySet().removeAll(present);
        List<NewTopic> missing = wanted.entrySet().stream()
                .map(topic -> withSettings(topic.getKey(), topic.getValue()))
                .toList();
        Map<String, KafkaFuture<Void>> answers = admin.createTopics(missing).values();
        for (var answer : answers.entrySet()) {
            try {
                answer.getValue().get(CALL_SECONDS, TimeUnit.SECONDS);
                LOGGER.infof("topic created topic=%s", answer.getKey());
            } catch (ExecutionException e) {
                // Another instance was quicker: the topic is there, which is all we want.
                if (!(e.getCause() instanceof TopicExistsException)) throw e;
            }
        }
    }

    private NewTopic withSettings(String name, Topic topic) {
        Map<String, String> settings = new HashMap<>(topic.settings());
        if (config.replication() >= REPLICAS_FOR_TWO_IN_SYNC) settings.put("min.insync.replicas", "2");
        return new NewTopic(name, topic.partitions(config.partitions()), config.replication()).configs(settings);
    }
}
