package dev.postwire.query.store;

import dev.postwire.platform.kafka.Work;
import dev.postwire.query.receipt.Waiters;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Answers all who wait whenever there is a signal. It rests after each question for some times as long as that took, so that the
 * database is never asked for more than a share of its time, however many wait and however fast signals come: few waiters are
 * answered within milliseconds, thousands within a tenth of a second. After a failure it asks again, for a signal may have been lost
 * with it.
 */
final class Answering<K, V> implements Work {
    /** So that a loop at rest is seen to be alive. */
    private static final Duration REST = Duration.ofSeconds(1);

    /** A fifth of the time is spent asking at the most. */
    private static final int RESTS_FOR_A_QUESTION = 4;

    /** So that a hundred who come within a second, one by one, do not ask a hundred times and more. */
    private static final long SHORTEST_PAUSE_NANOS = Duration.ofMillis(15).toNanos();

    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private final Waiters<K, V> waiters;
    private final Function<Set<K>, Map<K, V>> question;
    private volatile CountDownLatch woken = new CountDownLatch(1);
    private long tookNanos;

    Answering(Waiters<K, V> waiters, Function<Set<K>, Map<K, V>> question) {
        this.waiters = waiters;
        this.question = question;
    }

    @Override
    public void open() {
        woken = new CountDownLatch(1);
        waiters.signal();
    }

    @Override
    public boolean step() throws Exception {
        tookNanos = 0;
        waiters.answerWhenSignalled(REST, this::timed);
        if (tookNanos > 0) woken.await(pause(), TimeUnit.NANOSECONDS);
        return true;
    }

    private long pause() {
        long pause = Math.max(tookNanos * RESTS_FOR_A_QUESTION, SHORTEST_PAUSE_NANOS);
        return Math.min(pause, LONGEST_PAUSE_NANOS);
    }

    private Map<K, V> timed(Set<K> asked) {
        long started = System.nanoTime();
        try {
            return question.apply(asked);
        } finally {
            tookNanos = System.nanoTime() - started;
        }
    }

    @Override
    public void wakeup() {
        woken.countDown();
        waiters.signal();
    }

    @Override
    public void close() {}
}
