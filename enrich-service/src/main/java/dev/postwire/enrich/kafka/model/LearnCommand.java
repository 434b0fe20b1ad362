package dev.postwire.enrich.kafka.model;

import dev.postwire.enrich.kafka.model.Learning.Done;
import dev.postwire.platform.kafka.KafkaClients;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/**
 * Learns tags from those the authors gave and publishes the model: a job beside the service, of the same program. Kafka's
 * addresses and security come from the environment ({@code KAFKA_BOOTSTRAP_SERVERS} and others), as the service's do. What it did
 * is one line on standard output, how far it is on standard error.
 */
public final class LearnCommand {
    private static final long TOLD_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private long told = System.nanoTime();

    private LearnCommand() {}

    public static void main(String[] arguments) {
        // Before anything logs: the service's log manager is on the class path, and wants to be the first.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        List<String> options = List.of(arguments);
        if (!List.of("--full").containsAll(options)) {
            System.err.println("usage: learn [--full]");
            System.exit(WRONG_USAGE);
        }
        System.exit(new LearnCommand().run(options.contains("--full")));
    }

    private int run(boolean full) {
        long start = System.nanoTime();
        try {
            Done done = new Learning(KafkaClients.ofEnvironment(System.getenv(), "job"), this::tell).run(full);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            System.out.println(summary(done, seconds));
            return 0;
        } catch (KafkaException | IOException e) {
            System.err.println("learn: " + e.getMessage());
            return FAILED;
        }
    }

    private static String summary(Done done, long seconds) {
        if (!done.published())
            return "nothing is new since model " + done.model().version();
        return String.format(
                Locale.ROOT,
                "learned %s: model %s of %,d posts and %,d tags (%,d records read, %d s)",
                done.anew() ? "anew" : "what is new",
                done.model().version(),
                done.model().posts(),
                done.model().tags(),
                done.records(),
                seconds);
    }

    private void tell(long records) {
        if (System.nanoTime() - told < TOLD_EVERY_NANOS) return;
        told = System.nanoTime();
        System.err.printf(Locale.ROOT, "learn: %,d documents read%n", records);
    }
}
