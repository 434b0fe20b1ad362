package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.receipt.Waiters;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class AnsweringTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void asksForAFifthOfItsTimeAtTheMostHoweverManySignalsCome() throws Exception {
        Waiters<Integer, String> waiters = new Waiters<>();
        for (int i = 0; i < 5_000; i++) waiters.await(i, LONG);
        AtomicInteger questions = new AtomicInteger();
        Answering<Integer, String> answering = new Answering<>(waiters, asked -> {
            questions.incrementAndGet();
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            return Map.of();
        });
        answering.open();

        long until = System.nanoTime() + Duration.ofMillis(600).toNanos();
        while (System.nanoTime() < until) {
            waiters.signal();
            answering.step();
        }

        assertTrue(questions.get() >= 2, "it stopped asking");
        assertTrue(questions.get() <= 13, "asked " + questions.get() + " times");
    }

    @Test
    void asksNotForEachWhoComesHoweverFastTheAnswers() throws Exception {
        Waiters<Integer, String> waiters = new Waiters<>();
        waiters.await(1, LONG);
        AtomicInteger questions = new AtomicInteger();
        Answering<Integer, String> answering = new Answering<>(waiters, asked -> {
            questions.incrementAndGet();
            return Map.of();
        });
        answering.open();

        long until = System.nanoTime() + Duration.ofMillis(300).toNanos();
        while (System.nanoTime() < until) {
            waiters.signal();
            answering.step();
        }

        assertTrue(questions.get() >= 2, "it stopped asking");
        assertTrue(questions.get() <= 21, "asked " + questions.get() + " times");
    }

    @Test
    void restsNoLongerWhenItIsToStop() throws Exception {
        Waiters<Integer, String> waiters = new Waiters<>();
        waiters.await(1, LONG);
        Answering<Integer, String> answering = new Answering<>(waiters, asked -> {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            return Map.of();
        });
        answering.open();
        answering.wakeup();
        long started = System.nanoTime();

        answering.step();

        assertTrue(System.nanoTime() - started < Duration.ofMillis(350).toNanos());
        assertEquals(1, waiters.count());
    }
}
