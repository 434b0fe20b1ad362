package dev.postwire.local.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The broker's process: formats the storage when it is new, then is {@code kafka.Kafka}. One JVM for both, because a
 * second one would double the time of a first start.
 */
final class BrokerMain {
    private BrokerMain() {}

    /** Arguments: the properties file and the log folder named in it. */
    public static void main(String[] arguments) {
        // Written last when formatting: without it the formatting was never done, or not finished.
        if (!Files.exists(Path.of(arguments[1], "meta.properties"))) {
            String[] format = {
                "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", arguments[0]
            };
            int status = StorageTool.execute(format, System.out);
            if (status != 0) {
                System.exit(status);
            }
        }
        Kafka.main(new String[] {arguments[0]});
    }
}
