package dev.postwire.query.receipt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Calls that wait for something to be stored. No thread is held for a waiter: all of them are asked about in one question whenever
 * something was stored or somebody new waits, however many they are, and signals that come while a question is under way make one
 * more. Safe for any number of threads; {@link #answerWhenSignalled} is for one.
 *
 * @param <K> what is waited for
 * @param <V> what is known of it
 */
public final class Waiters<K, V> {
    private final Map<K, Set<CompletableFuture<Optional<V>>>> waiting = new ConcurrentHashMap<>();
    private final Semaphore signals = new Semaphore(0);

    /**
     * Completes with what is there, as soon as it is there; with nothing when the time is over. The first look is made at once, so a
     * caller need not look before.
     */
    public CompletableFuture<Optional<V>> await(K key, Duration longest) {
        CompletableFuture<Optional<V>> waiter = new CompletableFuture<>();
        waiting.compute(key, (k, others) -> {
            Set<CompletableFuture<Optional<V>>> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(waiter);
            return all;
        });
        signal();
        waiter.completeOnTimeout(Optional.empty(), longest.toMillis(), TimeUnit.MILLISECONDS);
        waiter.whenComplete((value, failure) -> remove(key, waiter));
        return waiter;
    }

    /** Something may have been stored. */
    public void signal() {
        signals.release();
    }

    /**
     * Waits for a signal, then asks about everything that is waited for, once.
     *
     * @param question answers for those keys that have an answer; whatever it throws is thrown, and the waiters wait on
     */
    public void answerWhenSignalled(Duration longest, Function<Set<K>, Map<K, V>> question)
            throws InterruptedException {
        if (!signals.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) return;
        signals.drainPermits();
        Set<K> asked = Set.copyOf(waiting.keySet());
        if (asked.isEmpty()) return;
        Map<K, V> answers = new HashMap<>(question.apply(asked));
        answers.forEach((key, value) -> all(key).forEach(waiter -> waiter.complete(Optional.of(value))));
    }

    /** Lets all go with nothing: the service ends. */
    public void release() {
        Set.copyOf(waiting.keySet()).forEach(key -> all(key).forEach(waiter -> waiter.complete(Optional.empty())));
    }

    /** How many wait. */
    public int count() {
        return waiting.values().stream().mapToInt(Set::size).sum();
    }

    private List<CompletableFuture<Optional<V>>> all(K key) {
        return new ArrayList<>(waiting.getOrDefault(key, Set.of()));
    }

    private void remove(K key, CompletableFuture<Optional<V>> waiter) {
        waiting.computeIfPresent(key, (k, others) -> {
            others.remove(waiter);
            return others.isEmpty() ? null : others;
        });
    }
}
