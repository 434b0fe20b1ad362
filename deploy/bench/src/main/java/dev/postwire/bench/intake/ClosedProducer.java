package dev.postwire.bench.intake;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A bare producer that has so many records under way and sends the next when one is acknowledged, as callers do who wait for their
 * answers: no intake could take single posts faster from this broker.
 */
public final class ClosedProducer {
    private ClosedProducer() {}

    /** Arguments: the broker, the topic, records under way, bytes of each, seconds before and while it counts. Prints records a second. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of("bootstrap.servers", arguments[0], "acks", "all", "linger.ms", 1);
        Semaphore room = new Semaphore(Integer.parseInt(arguments[2]));
        byte[] value = new byte[Integer.parseInt(arguments[3])];
        new java.util.Random(6).nextBytes(value);
        double warm = Double.parseDouble(arguments[4]);
        double counted = Double.parseDouble(arguments[5]);
        AtomicLong acknowledged = new AtomicLong();
        double perSecond;
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            long start = System.nanoTime();
            long from = -1;
            for (long record = 0; seconds(start) < warm + counted; record++) {
                if (from < 0 && seconds(start) >= warm) from = acknowledged.get();
                room.acquire();
                producer.send(new ProducerRecord<>(arguments[1], "post " + record, value), (place, failure) -> {
                    if (failure == null) acknowledged.incrementAndGet();
                    room.release();
                });
            }
            perSecond = (acknowledged.get() - from) / (seconds(start) - warm);
        }
        System.out.println(perSecond); // last, after what the producer logs when it is closed
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
