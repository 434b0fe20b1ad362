package dev.postwire.platform.kafka;

import java.time.Duration;
import java.util.Optional;

/** Loops that fail for good at their first failure. */
public final class ImpatientLoops {
    private ImpatientLoops() {}

    public static Loops create() {
        return new Loops(new KafkaConfig() {
            @Override
            public int partitions() {
                return 1;
            }

            @Override
            public short replication() {
                return 1;
            }

            @Override
            public Duration patience() {
                return Duration.ZERO;
            }

            @Override
            public Optional<String> instance() {
                return Optional.empty();
            }
        });
    }

    public static void stop(Loops loops) {
        loops.stop(null);
    }
}
