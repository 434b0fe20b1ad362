package dev.postwire.enrich.kafka;

import dev.postwire.enrich.kafka.RedriveJob.Done;
import dev.postwire.enrich.kafka.RedriveJob.Letter;
import dev.postwire.platform.kafka.KafkaClients;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts dead letters through again: those of the posts or receipts that are named, those of a reason, or all. Kafka's addresses and
 * security come from the environment ({@code KAFKA_BOOTSTRAP_SERVERS} and others), as the service's do. What came of it is one line
 * on standard output, how far it is on standard error.
 */
public final class RedriveCommand {
    private static final String USAGE = "usage: redrive [--all] [--reason REASON] [ID | RECEIPT]...";
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private RedriveCommand() {}

    public static void main(String[] arguments) {
        // Before anything logs: the service's log manager is on the class path, and wants to be the first.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        Predicate<Letter> wanted;
        try {
            wanted = wanted(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("redrive: " + e.getMessage() + "\n" + USAGE);
            return WRONG_USAGE;
        }
        try {
            RedriveJob job = new RedriveJob(
                    KafkaClients.ofEnvironment(System.getenv(), "job"),
                    (done, all) -> System.err.printf(Locale.ROOT, "redrive: %,d of %,d%n", done, all));
            List<Letter> letters = job.letters(wanted);
            System.out.println(summary(job.run(letters)));
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (Exception e) {
            System.err.println("redrive: " + e.getMessage());
            return FAILED;
        }
    }

    /** @throws IllegalArgumentException that says what is wrong with the arguments */
    static Predicate<Letter> wanted(List<String> arguments) {
        Set<String> names = new HashSet<>();
        List<String> reasons = new ArrayList<>();
        boolean all = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--all")) {
                all = true;
            } else if (argument.equals("--reason")) {
                if (++i == arguments.size()) throw new IllegalArgumentException("--reason needs a reason");
                reasons.add(arguments.get(i));
            } else if (argument.startsWith("--")) {
                throw new IllegalArgumentException("unknown option " + argument);
            } else {
                names.add(argument);
            }
        }
        if (!all && reasons.isEmpty() && names.isEmpty()) {
            throw new IllegalArgumentException("name posts or receipts, a --reason, or --all");
        }
        return letter -> (reasons.isEmpty() || reasons.contains(letter.reason()))
                && (names.isEmpty()
                        || names.contains(letter.postId())
                        || names.contains(letter.origin().toString()));
    }

    private static String summary(Done done) {
        String summary = String.format(
                Locale.ROOT,
                "redrove %,d: %,d published, %,d rejected again, %,d left alone (replaced or erased since, or put through"
                        + " before)",
                done.asked(),
                done.published(),
                done.again(),
                done.leftAlone());
        if (done.hopeless() == 0) return summary;
        return summary
                + String.format(Locale.ROOT, "; %,d not tried: their key stands for other content", done.hopeless());
    }
}
