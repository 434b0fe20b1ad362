package dev.postwire.platform.kafka;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * The life of one thread that owns Kafka clients. A failed step is retried from fresh clients with growing pauses until steps
 * have succeeded for a while or {@code patience} is over; then the loop has failed for good, which {@link #state} tells and liveness shows, so that
 * the process is restarted. {@link #stop} may be called at any time, from any thread, any number of times.
 */
public final class Loop {
    private static final Logger LOGGER = Logger.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /** A step may only begin what the next one finds to have failed, so one that succeeds proves little by itself. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    /** Where the loop is in its life. */
    public sealed interface State {
        record Created() implements State {}

        record Running() implements State {}

        /** A step failed just now or a moment ago; fresh clients are tried until patience is over. */
        record Retrying(Throwable cause) implements State {}

        record Stopped() implements State {}

        record Failed(Throwable cause) implements State {}
    }

    private final String name;
    private final Work work;
    private final Duration patience;
    private final Duration settled;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final Thread thread;
    private volatile State state = new State.Created();

    public Loop(String name, Work work, Duration patience) {
        this(name, work, patience, SETTLED);
    }

    /** @param settled after so long without a failure the earlier ones no longer count */
    Loop(String name, Work work, Duration patience, Duration settled) {
        this.settled = settled;
        this.name = Objects.requireNonNull(name, "name");
        this.work = Objects.requireNonNull(work, "work");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.thread = new Thread(this::run, name);
    }

    public void start() {
        state = new State.Running();
        thread.start();
        LOGGER.infof("loop started loop=%s", name);
    }

    /** Asks the loop to end after the step under way and waits for it; true if it has ended by the deadline. */
    public boolean stop(Duration deadline) {
        stopAsked.countDown();
        work.wakeup();
        try {
            if (thread.getState() != Thread.State.NEW) join(deadline.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean ended = !thread.isAlive();
        if (!ended) LOGGER.errorf("loop did not stop in time loop=%s", name);
        return ended;
    }

    /** An interrupt is the last resort: it ends what a wakeup does not reach, as a call that waits for an absent broker. */
    private void join(long deadlineMillis) throws InterruptedException {
        long patient = Math.max(1, deadlineMillis / 2);
        thread.join(patient);
        if (!thread.isAlive()) return;
        thread.interrupt();
        thread.join(Math.max(1, deadlineMillis - patient));
    }

    public String name() {
        return name;
    }

    public State state() {
        return state;
    }

    private void run() {
        try {
            repeatUntilStopped();
            state = new State.Stopped();
            LOGGER.infof("loop stopped loop=%s", name);
        } catch (Throwable e) {
            state = new State.Failed(e);
            LOGGER.errorf(e, "loop failed for good loop=%s", name);
        }
    }

    private void repeatUntilStopped() throws Exception {
        long firstFailure = 0;
        long lastFailure = 0;
        Duration pause = FIRST_PAUSE;
        while (!stopping()) {
            try {
                work.open();
                while (!stopping()) {
                    if (!work.step()) return;
                    if (firstFailure != 0 && System.nanoTime() - lastFailure < settled.toNanos()) continue;
                    state = new State.Running();
                    firstFailure = 0;
                    pause = FIRST_PAUSE;
                }
            } catch (WakeupException e) {
                // Only stop() wakes a loop; the condition above ends it.
                LOGGER.debugf("loop woken loop=%s", name);
            } catch (Exception e) {
                // Whatever it was, it is over: an interrupt by stop() ends up here too, in the wrapping of some client.
                if (stopping()) break;
                // Counted from the first failure in a row: a step may take its time.
                lastFailure = System.nanoTime();
                if (firstFailure == 0) firstFailure = lastFailure;
                if (lastFailure - firstFailure > patience.toNanos()) throw e;
                state = new State.Retrying(e);
                LOGGER.warnf("step failed, will retry loop=%s pauseMillis=%d cause=%s", name, pause.toMillis(), e);
                LOGGER.debugf(e, "step failed loop=%s", name);
            } finally {
                work.close();
            }
            if (state instanceof State.Retrying) {
                if (stopAsked.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private boolean stopping() {
        return stopAsked.getCount() == 0;
    }
}
