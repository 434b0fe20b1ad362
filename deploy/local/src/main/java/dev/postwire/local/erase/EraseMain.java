package dev.postwire.local.erase;

import dev.postwire.local.audit.Surroundings;
import dev.postwire.local.stand.StandFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;

/** The erasure as a program of its own, whose memory is its own; its surroundings are {@link Surroundings}'. */
public final class EraseMain {
    private static final int REMAINS = 1;
    private static final int COULD_NOT_RUN = 2;
    private static final int NOTHING_SEARCHED = 3;

    private EraseMain() {}

    /**
     * What to do.
     *
     * @param id empty where only settings are to be put back
     * @param undo where is written what to put back
     * @param data the folder of a stand; empty where its files are elsewhere
     */
    private record Order(
            String id, boolean json, boolean rewrite, Duration atMost, Path undo, Optional<StandFolder> data) {
        static Order of(List<String> arguments) {
            String folder = arguments.get(5);
            return new Order(
                    arguments.get(0),
                    arguments.get(1).equals("json"),
                    arguments.get(2).equals("rewrite"),
                    Duration.ofSeconds(Long.parseLong(arguments.get(3))),
                    Path.of(arguments.get(4)),
                    folder.isEmpty() ? Optional.empty() : Optional.of(new StandFolder(Path.of(folder))));
        }
    }

    /** Arguments: the id, text or json, rewrite or keep, seconds, the undo file, the data folder or nothing. */
    public static void main(String[] arguments) {
        System.exit(run(Order.of(List.of(arguments))));
    }

    private static int run(Order order) {
        Map<String, String> environment = System.getenv();
        try (Topics topics = new Topics(Surroundings.kafka(environment))) {
            Hurry hurry = new Hurry(topics, order.undo());
            hurry.end(); // what a run that was killed left behind
            if (order.id().isEmpty()) return 0;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(hurry)));
            try (Rows rows = new Rows(Surroundings.connect(environment))) {
                Proof proof = new Erasure(
                                topics, rows, order.data(), hurry, line -> System.err.println("erase: " + line))
                        .erase(order.id(), order.rewrite(), order.atMost());
                System.out.println(order.json() ? proof.json(order.id()) : proof.text(order.id()));
                return switch (proof.verdict()) {
                    case ERASED -> 0;
                    case REMAINS -> REMAINS;
                    case NOTHING_SEARCHED -> NOTHING_SEARCHED;
                };
            }
        } catch (SQLException | IOException | ExecutionException | TimeoutException | KafkaException e) {
            System.err.println("erase: " + e.getMessage());
            return COULD_NOT_RUN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return COULD_NOT_RUN;
        }
    }

    private static void end(Hurry hurry) {
        try {
            hurry.end();
        } catch (IOException | ExecutionException | TimeoutException | KafkaException e) {
            System.err.println("erase: the topics' settings are not yet put back, run it again: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
