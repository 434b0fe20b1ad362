package dev.postwire.bench.million;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Asks at a fixed rate, whether or not answers come: a slow answer delays nobody's question, and its wait is counted in full. */
final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI service;

    Load(URI service) {
        this.service = service;
    }

    /**
     * @param nanos from when a question was due to the end of its answer, ascending
     * @param failed answers other than 200
     * @param failure what the first of these said
     */
    record Times(long[] nanos, int failed, Optional<String> failure) {
        double millis(double share) {
            int at = (int) Math.ceil(share * nanos.length) - 1;
            return nanos[Math.max(0, at)] / 1e6;
        }
    }

    /** Asks one question after the other on two connections, as fast as they are answered: what runs often is compiled by then. */
    void warmUp(IntFunction<String> path, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        AtomicInteger next = new AtomicInteger();
        Runnable asking = () -> {
            while (System.nanoTime() < end)
                ask(path.apply(next.getAndIncrement()))
                        .exceptionally(Throwable::toString)
                        .join();
        };
        CompletableFuture<Void> other = CompletableFuture.runAsync(asking);
        asking.run();
        other.join();
    }

    Times run(IntFunction<String> path, int aSecond, Duration time) {
        int all = (int) (aSecond * time.toSeconds());
        long[] nanos = new long[all];
        AtomicInteger failed = new AtomicInteger();
        AtomicReference<String> failure = new AtomicReference<>();
        Phaser open = new Phaser(1);
        long start = System.nanoTime();
        for (int i = 0; i < all; i++) {
            long due = start + i * 1_000_000_000L / aSecond;
            String question = path.apply(i);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            int number = i;
            open.register();
            ask(question).whenComplete((problem, error) -> {
                nanos[number] = System.nanoTime() - due;
                String wrong = error == null ? problem : error.toString();
                if (!wrong.isEmpty()) {
                    failed.incrementAndGet();
                    failure.compareAndSet(null, wrong);
                }
                open.arriveAndDeregister();
            });
        }
        open.arriveAndAwaitAdvance();
        Arrays.sort(nanos);
        return new Times(nanos, failed.get(), Optional.ofNullable(failure.get()));
    }

    /** The problem, or nothing. */
    private CompletableFuture<String> ask(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE).build();
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() == 200 ? "" : path + ": " + answer.body());
    }
}
