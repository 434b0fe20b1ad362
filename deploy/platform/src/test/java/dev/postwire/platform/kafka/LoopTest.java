package dev.postwire.platform.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void stopsWhileIdle() {
        Loop loop = started(new Idle(), SOON);

        assertTrue(loop.stop(SOON));
        assertInstanceOf(Loop.State.Stopped.class, loop.state());
    }

    @Test
    void finishesTheStepUnderWayBeforeItStops() throws Exception {
        Busy work = new Busy();
        Loop loop = started(work, SOON);
        work.entered.await();
        Thread stopper = new Thread(() -> loop.stop(SOON));
        stopper.start();
        work.woken.await();

        work.release.countDown();
        stopper.join();

        assertEquals(List.of("open", "step", "close"), work.calls);
        assertInstanceOf(Loop.State.Stopped.class, loop.state());
    }

    @Test
    void stopsTwiceWithoutHarm() {
        Loop loop = started(new Idle(), SOON);

        assertTrue(loop.stop(SOON));
        assertTrue(loop.stop(SOON));
    }

    @Test
    void stopsBeforeItStarted() {
        Loop loop = new Loop("never", new Idle(), SOON);

        assertTrue(loop.stop(SOON));
    }

    @Test
    void stopsWorkThatNoWakeupReaches() {
        Loop loop = started(
                new Idle() {
                    @Override
                    public void wakeup() {
                        // as an admin client, which has none
                    }
                },
                SOON);

        assertTrue(loop.stop(Duration.ofSeconds(1)));
        assertInstanceOf(Loop.State.Stopped.class, loop.state());
    }

    @Test
    void retriesAFailedStepFromFreshClients() {
        FailsAtFirst work = new FailsAtFirst(2);
        Loop loop = started(work, SOON);

        await().atMost(SOON).until(() -> work.calls.contains("step"));

        assertEquals(
                List.of("open", "close", "open", "close", "open", "step"),
                List.copyOf(work.calls).subList(0, 6));
        loop.stop(SOON);
    }

    @Test
    void failsForGoodWhenPatienceIsOver() {
        FailsAtFirst work = new FailsAtFirst(Integer.MAX_VALUE);
        Loop loop = started(work, Duration.ofMillis(100));

        await().atMost(SOON).until(() -> loop.state() instanceof Loop.State.Failed);

        assertSame(work.fault, ((Loop.State.Failed) loop.state()).cause());
        assertEquals("close", work.calls.get(work.calls.size() - 1));
    }

    @Test
    void failsForGoodAlsoWhereEverySecondStepSucceeds() {
        Loop loop = started(new BeginsWhatTheNextFindsFailed(), Duration.ofMillis(300));

        await().atMost(SOON).until(() -> loop.state() instanceof Loop.State.Failed);
    }

    @Test
    void forgetsAFailureAfterAWhileWithoutAnother() {
        FailsAtFirst work = new FailsAtFirst(1);
        Loop loop = new Loop("test", work, SOON, Duration.ofMillis(100));
        loop.start();

        await().atMost(SOON)
                .until(() -> loop.state() instanceof Loop.State.Running
                        && work.calls.stream().filter("open"::equals).count() == 2);
        loop.stop(SOON);
    }

    @Test
    void failsAtOnceOnAnErrorOfTheMachine() {
        Loop loop = started(
                new Idle() {
                    @Override
                    public boolean step() {
                        throw new OutOfMemoryError("for the test");
                    }
                },
                SOON);

        await().atMost(SOON).until(() -> loop.state() instanceof Loop.State.Failed);
    }

    @Test
    void endsInPeaceWhenTheWorkIsDone() {
        Loop loop = started(
                new Idle() {
                    @Override
                    public boolean step() {
                        return false;
                    }
                },
                SOON);

        await().atMost(SOON).until(() -> loop.state() instanceof Loop.State.Stopped);
    }

    private static Loop started(Work work, Duration patience) {
        Loop loop = new Loop("test", work, patience);
        loop.start();
        return loop;
    }

    /** Blocks in each step until woken, and throws then, as a real consumer does. */
    private static class Idle implements Work {
        private final CountDownLatch woken = new CountDownLatch(1);

        @Override
        public void open() {}

        @Override
        public boolean step() throws Exception {
            woken.await();
            throw new WakeupException();
        }

        @Override
        public void wakeup() {
            woken.countDown();
        }

        @Override
        public void close() {}
    }

    private abstract static class Recorded implements Work {
        final List<String> calls = new CopyOnWriteArrayList<>();

        @Override
        public void open() {
            calls.add("open");
        }

        @Override
        public void wakeup() {}

        @Override
        public void close() {
            calls.add("close");
        }
    }

    private static final class Busy extends Recorded {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch release = new CountDownLatch(1);
        final CountDownLatch woken = new CountDownLatch(1);

        @Override
        public void wakeup() {
            woken.countDown();
        }

        @Override
        public boolean step() throws Exception {
            entered.countDown();
            release.await();
            calls.add("step");
            return true;
        }
    }

    private static final class FailsAtFirst extends Recorded {
        final IllegalStateException fault = new IllegalStateException("broker away");
        private int failures;

        FailsAtFirst(int failures) {
            this.failures = failures;
        }

        @Override
        public boolean step() throws Exception {
            if (failures-- > 0) throw fault;
            calls.add("step");
            return true;
        }
    }

    /** As one that hands a batch to another thread: the step is done, and the next tells that it could not be stored. */
    private static final class BeginsWhatTheNextFindsFailed extends Recorded {
        private boolean begun;

        @Override
        public boolean step() {
            begun = !begun;
            if (!begun) throw new IllegalStateException("the batch before could not be stored");
            return true;
        }
    }
}
