package dev.postwire.enrich.kafka;

import dev.postwire.enrich.kafka.ReenrichJob.HowFar;
import dev.postwire.platform.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Has the enrich service enrich anew what stands, and follows it. Ending this program ends only the following. Kafka's addresses
 * and security come from the environment ({@code KAFKA_BOOTSTRAP_SERVERS} and others), as the service's do.
 */
public final class ReenrichCommand {
    private static final String USAGE =
            "usage: reenrich [--rate POSTS_A_SECOND] [--all] [--no-wait] | --follow | --stop";
    private static final int USUAL_RATE = 50;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int BAR = 30;
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ReenrichJob job = new ReenrichJob(KafkaClients.ofEnvironment(System.getenv(), "job"));
    private final long started = System.nanoTime();
    private long first = -1;

    private ReenrichCommand() {}

    public static void main(String[] arguments) {
        // Before anything logs: the service's log manager is on the class path, and wants to be the first.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            return new ReenrichCommand().carryOut(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("reenrich: " + e.getMessage() + "\n" + USAGE);
            return WRONG_USAGE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (Exception e) {
            System.err.println("reenrich: " + e.getMessage());
            return FAILED;
        }
    }

    private int carryOut(List<String> arguments) throws Exception {
        if (arguments.equals(List.of("--stop"))) {
            job.stop();
            System.out.println("re-enrichment ended");
            return 0;
        }
        Optional<ReenrichRequest> request =
                arguments.equals(List.of("--follow")) ? job.current() : Optional.of(start(arguments));
        if (request.isEmpty()) {
            System.out.println("no re-enrichment is under way");
            return 0;
        }
        if (arguments.contains("--no-wait")) {
            System.out.println("re-enrichment " + request.get().run() + " asked for");
            return 0;
        }
        boolean done = job.await(request.get(), EVERY, this::tell);
        System.err.println();
        System.out.println("re-enrichment " + request.get().run() + (done ? " done" : " ended by another request"));
        return done ? 0 : FAILED;
    }

    private ReenrichRequest start(List<String> arguments) throws Exception {
        int rate = USUAL_RATE;
        boolean all = false;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--all" -> all = true;
                case "--no-wait" -> {}
                case "--rate" -> rate = rate(++i < arguments.size() ? arguments.get(i) : "");
                default -> throw new IllegalArgumentException("unknown option " + arguments.get(i));
            }
        }
        return job.start(rate, all);
    }

    static int rate(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) throw new IllegalArgumentException("--rate needs 1 to 999999");
        return Integer.parseInt(text);
    }

    private void tell(HowFar far) {
        if (first < 0) first = far.passed();
        long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started));
        long rate = (far.passed() - first) / seconds;
        int filled = far.all() == 0 ? BAR : (int) (BAR * far.passed() / far.all());
        System.err.printf(
                Locale.ROOT,
                "\r[%s%s] %,d of %,d raw records, %,d/s, %s left ",
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                far.passed(),
                far.all(),
                rate,
                rate == 0 ? "?" : (far.all() - far.passed()) / rate + " s");
    }
}
