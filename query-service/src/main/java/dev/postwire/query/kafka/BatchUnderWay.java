package dev.postwire.query.kafka;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.kafka.common.TopicPartition;

/** A batch that is being stored beside the loop, on a thread that ends with it. Awaited by the loop's thread alone. */
final class BatchUnderWay {
    private static final BatchUnderWay NONE = new BatchUnderWay(Map.of(), () -> {});

    static {
        NONE.stored.run();
    }

    private final Map<TopicPartition, Long> next;
    private final FutureTask<Void> stored;

    /** What stores. */
    @FunctionalInterface
    interface Storing {
        void store() throws Exception;
    }

    private BatchUnderWay(Map<TopicPartition, Long> next, Storing storing) {
        this.next = Map.copyOf(next);
        this.stored = new FutureTask<>(() -> {
            storing.store();
            return null;
        });
    }

    static BatchUnderWay none() {
        return NONE;
    }

    /** @param next where it takes each partition */
    static BatchUnderWay start(Map<TopicPartition, Long> next, Storing storing) {
        BatchUnderWay batch = new BatchUnderWay(next, storing);
        Thread thread = new Thread(batch.stored, "store-batch");
        thread.setDaemon(true);
        thread.start();
        return batch;
    }

    boolean isDone() {
        return stored.isDone();
    }

    Map<TopicPartition, Long> next() {
        return next;
    }

    /** Returns once it is stored; throws what made it fail. */
    void await() throws Exception {
        try {
            stored.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) throw cause;
            throw e;
        }
    }
}
