package dev.postwire.testing;

import dev.postwire.local.kafka.KafkaPart;
import dev.postwire.local.kafka.KafkaProbe;
import dev.postwire.local.part.FreePorts;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/**
 * The Kafka broker of this test JVM: started when first asked for, gone with the JVM. Topics are not created by use.
 *
 * <p>A test that kills or stops it starts it again before it ends.
 */
public final class Broker {
    private static final long ADMIN_SECONDS = 30;

    private final SharedPart part;

    private Broker(SharedPart part) {
        this.part = part;
    }

    public static Broker shared() {
        return new Broker(Shared.part("broker", () -> Engine.start(Broker::container, Broker::embedded)));
    }

    private static SharedPart container() {
        return ContainerPart.broker(KafkaProbe::probe);
    }

    private static SharedPart embedded() {
        TestFolder folder = TestFolder.create("kafka");
        KafkaPart kafka = new KafkaPart(
                folder.path().resolve("kafka"),
                folder.path().resolve("kafka.log"),
                FreePorts.free("kafka"),
                FreePorts.free("kafka-controller"));
        return new EmbeddedPart(kafka, folder, () -> "");
    }

    public String bootstrapServers() {
        return part.getAddress();
    }

    /** Ends it as a crash would; what it acknowledged is there after {@link #start()}. */
    public void kill() {
        part.kill();
    }

    /** Stops it in order. */
    public void stop() {
        part.stop();
    }

    /** Starts it again at the same address and returns when it is ready; does nothing when it runs. */
    public void start() {
        part.start();
    }

    /** Deletes every topic, for a test that counts records; consumers and producers must be closed. */
    public void deleteTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.deleteTopics((Collection<String>) topics(admin)).all().get(ADMIN_SECONDS, TimeUnit.SECONDS);
            // The controller has deleted them; until the broker knows, it takes records into them, and these are lost.
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ADMIN_SECONDS);
            while (!topics(admin).isEmpty()) {
                if (System.nanoTime() > end) throw new TimeoutException("the broker still has topics");
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the topics cannot be deleted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were deleted", e);
        }
    }

    private static Set<String> topics(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        return admin.listTopics(new ListTopicsOptions().listInternal(false))
                .names()
                .get(ADMIN_SECONDS, TimeUnit.SECONDS);
    }
}
