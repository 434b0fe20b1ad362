package dev.postwire.platform.ops;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.platform.kafka.ImpatientLoops;
import dev.postwire.platform.kafka.Loops;
import dev.postwire.platform.kafka.Work;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopLivenessTest {
    private final Loops loops = ImpatientLoops.create();
    private final CountDownLatch broken = new CountDownLatch(1);

    @AfterEach
    void stop() {
        ImpatientLoops.stop(loops);
    }

    @Test
    void isDownAsSoonAsOneLoopIsDeadAndNamesIt() {
        LoopLiveness liveness = new LoopLiveness(loops);
        loops.start("keys", new Breaking());
        loops.start("store", new Resting());
        assertEquals(Status.UP, liveness.call().getStatus());

        broken.countDown();

        await().atMost(Duration.ofSeconds(5)).until(() -> liveness.call().getStatus() == Status.DOWN);
        HealthCheckResponse answer = liveness.call();
        assertEquals(
                Map.of("keys", "failed", "store", "running"), answer.getData().orElseThrow());
    }

    private class Resting implements Work {
        private final CountDownLatch woken = new CountDownLatch(1);

        @Override
        public void open() {}

        @Override
        public boolean step() throws Exception {
            woken.await();
            return false;
        }

        @Override
        public void wakeup() {
            woken.countDown();
        }

        @Override
        public void close() {}
    }

    private final class Breaking extends Resting {
        @Override
        public boolean step() throws Exception {
            broken.await();
            throw new IllegalStateException("broken for good");
        }
    }
}
