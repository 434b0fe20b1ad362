package dev.postwire.query.store;

import dev.postwire.platform.kafka.Work;
import dev.postwire.query.receipt.Waiters;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Answers all who wait whenever there is a signal. After a failure it asks again, for a signal may have been lost with it. */
final class Answering<K, V> implements Work {
    /** So that a loop at rest is seen to be alive. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Waiters<K, V> waiters;
    private final Function<Set<K>, Map<K, V>> question;

    Answering(Waiters<K, V> waiters, Function<Set<K>, Map<K, V>> question) {
        this.waiters = waiters;
        this.question = question;
    }

    @Override
    public void open() {
        waiters.signal();
    }

    @Override
    public boolean step() throws Exception {
        waiters.answerWhenSignalled(REST, question);
        return true;
    }

    @Override
    public void wakeup() {
        waiters.signal();
    }

    @Override
    public void close() {}
}
