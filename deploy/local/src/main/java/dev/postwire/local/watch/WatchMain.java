package dev.postwire.local.watch;

import dev.postwire.local.audit.Surroundings;
import dev.postwire.local.call.Screen;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/** The watch as a program of its own, whose memory is its own; the broker is {@link Surroundings}'. */
public final class WatchMain {
    private static final int FAILED = 1;
    private static final long STOP_SECONDS = 5;

    private WatchMain() {}

    /** Arguments: {@code text} or {@code json}, {@code start} or {@code now}, a language or nothing, and any number of tags. */
    public static void main(String[] arguments) throws InterruptedException {
        Filter filter = new Filter(
                Arrays.asList(arguments).subList(3, arguments.length),
                Optional.of(arguments[2]).filter(code -> !code.isEmpty()));
        Optional<Line> line = arguments[0].equals("json")
                ? Optional.empty()
                : Optional.of(new Line(Screen.ofOutput(), ZoneId.systemDefault()));
        Map<String, Object> broker = Surroundings.kafka(System.getenv());
        System.exit(run(new Following(broker, filter, line, Screen.out()), arguments[1].equals("start")));
    }

    private static int run(Following following, boolean fromStart) {
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            following.stop();
            await(closed);
        }));
        try {
            following.run(fromStart);
            return 0;
        } catch (KafkaException e) {
            Screen.err().println("postwire: the broker cannot be read: " + e.getMessage());
            return FAILED;
        } finally {
            closed.countDown();
        }
    }

    /** The consumer is closed by the thread that polls; we go down when it has been. */
    private static void await(CountDownLatch closed) {
        try {
            if (!closed.await(STOP_SECONDS, TimeUnit.SECONDS))
                Screen.err().println("postwire: the broker does not let go");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
