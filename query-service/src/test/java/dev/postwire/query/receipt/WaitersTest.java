package dev.postwire.query.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitersTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration NOW = Duration.ZERO;

    private final Waiters<Integer, String> waiters = new Waiters<>();

    @Test
    void answersWhatIsThereAtTheFirstLook() throws Exception {
        CompletableFuture<Optional<String>> waiter = waiters.await(1, LONG);

        waiters.answerWhenSignalled(NOW, asked -> Map.of(1, "there"));

        assertEquals(Optional.of("there"), waiter.getNow(Optional.empty()));
        assertEquals(0, waiters.count());
    }

    @Test
    void asksOnceForThousandsOfWaiters() throws Exception {
        List<CompletableFuture<Optional<String>>> all = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) all.add(waiters.await(i, LONG));
        AtomicInteger questions = new AtomicInteger();

        waiters.answerWhenSignalled(NOW, asked -> {
            questions.incrementAndGet();
            return asked.stream().collect(java.util.stream.Collectors.toMap(key -> key, String::valueOf));
        });

        assertEquals(1, questions.get());
        assertTrue(all.stream().allMatch(CompletableFuture::isDone));
    }

    @Test
    void answersAllWhoWaitForTheSame() throws Exception {
        CompletableFuture<Optional<String>> one = waiters.await(1, LONG);
        CompletableFuture<Optional<String>> other = waiters.await(1, LONG);

        waiters.answerWhenSignalled(NOW, asked -> Map.of(1, "there"));

        assertTrue(one.isDone() && other.isDone());
    }

    @Test
    void keepsThoseWithoutAnAnswerForTheNextSignal() throws Exception {
        CompletableFuture<Optional<String>> waiter = waiters.await(1, LONG);
        waiters.answerWhenSignalled(NOW, asked -> Map.of());
        assertFalse(waiter.isDone());

        waiters.signal();
        waiters.answerWhenSignalled(NOW, asked -> Map.of(1, "there"));

        assertTrue(waiter.isDone());
    }

    @Test
    void asksAboutThoseWhoWaitAlreadyOnlyOnceSomethingWasStored() throws Exception {
        waiters.await(1, LONG);
        waiters.answerWhenSignalled(NOW, asked -> Map.of());
        waiters.await(2, LONG);
        assertEquals(Set.of(2), asked());

        waiters.signal();
        waiters.await(3, LONG);

        assertEquals(Set.of(1, 2, 3), asked());
    }

    @Test
    void asksAboutAllAgainAfterAQuestionThatFailed() throws Exception {
        waiters.await(1, LONG);
        assertThrows(
                IllegalStateException.class,
                () -> waiters.answerWhenSignalled(NOW, asked -> {
                    throw new IllegalStateException("database away");
                }));
        waiters.await(2, LONG);

        assertEquals(Set.of(1, 2), asked());
    }

    private Set<Integer> asked() throws InterruptedException {
        Set<Integer> all = new HashSet<>();
        waiters.answerWhenSignalled(NOW, asked -> {
            all.addAll(asked);
            return Map.of();
        });
        return all;
    }

    @Test
    void asksNothingWithoutASignal() throws Exception {
        waiters.await(1, LONG);
        waiters.answerWhenSignalled(NOW, asked -> Map.of());

        waiters.answerWhenSignalled(NOW, asked -> {
            throw new AssertionError("asked without a signal");
        });
    }

    @Test
    void answersWithNothingWhenTheTimeIsOver() throws Exception {
        CompletableFuture<Optional<String>> waiter = waiters.await(1, Duration.ofMillis(20));

        assertEquals(Optional.empty(), waiter.get(5, TimeUnit.SECONDS));
        assertEquals(0, waiters.count());
    }

    @Test
    void keepsWhoWaitsWhenTheQuestionFails() {
        CompletableFuture<Optional<String>> waiter = waiters.await(1, LONG);

        assertThrows(
                IllegalStateException.class,
                () -> waiters.answerWhenSignalled(NOW, (Set<Integer> asked) -> {
                    throw new IllegalStateException("database away");
                }));

        assertFalse(waiter.isDone());
        assertEquals(1, waiters.count());
    }

    @Test
    void letsAllGoAtTheEnd() {
        CompletableFuture<Optional<String>> waiter = waiters.await(1, LONG);

        waiters.release();

        assertEquals(Optional.empty(), waiter.getNow(Optional.of("not yet")));
    }
}
