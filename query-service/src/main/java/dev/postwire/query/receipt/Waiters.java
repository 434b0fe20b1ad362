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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Calls that wait for something to be stored. No thread is held for a waiter: all of them are asked about in one question whenever
 * something was stored, however many they are, and those that are new in one as well; signals that come while a question is under
 * way make one more. Safe for any number of threads; {@link #answerWhenSignalled} is for one.
 *
 * @param <K> what is waited for
 * @param <V> what is known of it
 */
public final class Waiters<K, V> {
    private final Map<K, Set<CompletableFuture<Optional<V>>>> waiting = new ConcurrentHashMap<>();
    private final Semaphore signals = new Semaphore(0);

    /** About which nobody has asked yet. */
    private final Set<K> fresh = ConcurrentHashMap.newKeySet();

    /** Something was stored since all were asked about. */
    private final AtomicBoolean stored = new AtomicBoolean();

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
        fresh.add(key);
        signals.release();
        waiter.completeOnTimeout(Optional.empty(), longest.toMillis(), TimeUnit.MILLISECONDS);
        waiter.whenComplete((value, failure) -> remove(key, waiter));
        return waiter;
    }

    /** Something may have been stored. */
    public void signal() {
        stored.set(true);
        signals.release();
    }

    /**
     * Waits for a signal, then asks once: about everything that is waited for where something may have been stored, else about those
     * that are new.
     *
     * @param question answers for those keys that have an answer; whatever it throws is thrown, and the waiters wait on
     */
    public void answerWhenSignalled(Duration longest, Function<Set<K>, Map<K, V>> question)
            throws InterruptedException {
        if (!signals.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) return;
        signals.drainPermits();
        boolean all = stored.getAndSet(false);
        // Who was there when all were asked about last waits for something to be stored, whoever else comes.
        Set<K> asked = Set.copyOf(all ? waiting.keySet() : fresh);
        fresh.removeAll(asked);
        if (asked.isEmpty()) return;
        try {
            Map<K, V> answers = new HashMap<>(question.apply(asked));
            answers.forEach((key, value) -> all(key).forEach(waiter -> waiter.complete(Optional.of(value))));
        } catch (RuntimeException e) {
            stored.set(true);
            throw e;
        }
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
        if (!waiting.containsKey(key)) fresh.remove(key);
    }
}
