package dev.postwire.enrich.kafka;

import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.kafka.Accountant.Account;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Enriches anew, at the rate that was asked for, what the raw topic holds of the posts that stand, and publishes what differs. What
 * is not the version that stands is passed over, so nothing older takes the place of anything newer. How far it is stands in the
 * offsets of a group, beside which the run is named: whoever takes the partition over goes on there. That a partition is passed is
 * said with the requests, for as long as they stay.
 */
final class Reenrichment implements SideWork {
    static final String GROUP = "postwire-reenrich";

    private static final Duration SHARE_OF_TIME = Duration.ofSeconds(1);
    private static final long SHARE_OF_BYTES = 4L * 1024 * 1024;

    private final KafkaClients clients;
    private final Accountant accountant;
    private final ReenrichRequests requests;
    private final SideMetrics metrics;
    private final Deque<ConsumerRecord<String, byte[]>> waiting = new ArrayDeque<>();
    private final Map<Integer, Long> next = new HashMap<>();
    private final Throttle throttle = new Throttle(System.nanoTime());
    private Map<Integer, Owned> followed = Map.of();
    private long run;
    // Made when there is something to read; wakeup() reads it from other threads.
    private volatile KafkaConsumer<String, byte[]> reader;

    Reenrichment(KafkaClients clients, Accountant accountant, ReenrichRequests requests, SideMetrics metrics) {
        this.clients = clients;
        this.accountant = accountant;
        this.requests = requests;
        this.metrics = metrics;
    }

    /** Why a raw record led to nothing new. */
    enum Kept {
        /** It is not the version that stands, or a later version of the enricher made what stands. */
        NOT_CURRENT,
        /** The document would be the same. */
        SAME,
        /** These rules would reject what stands: it stays. */
        WOULD_BE_REJECTED
    }

    @Override
    public boolean take(Batch batch, Collection<Owned> owned) throws Exception {
        Optional<ReenrichRequest> asked = requests.current().filter(request -> request.isFor(Enricher.VERSION));
        if (asked.isEmpty()) {
            close();
            return false;
        }
        ReenrichRequest request = asked.get();
        if (request.run() != run) {
            close();
            run = request.run();
        }
        follow(owned, request);
        if (next.isEmpty()) return false;
        if (waiting.isEmpty()) fetch(batch, request);
        batch.allow(SHARE_OF_TIME, SHARE_OF_BYTES);
        while (!waiting.isEmpty() && !batch.full() && isAllowed(request)) {
            ConsumerRecord<String, byte[]> raw = waiting.poll();
            if (!next.containsKey(raw.partition())) continue;
            enrich(raw, request, batch);
            move(raw.partition(), raw.offset() + 1, request, batch);
        }
        return true;
    }

    private boolean isAllowed(ReenrichRequest request) {
        double share = (double) followed.size() / Math.max(1, request.ends().size());
        return throttle.open(request.rate() * share, System.nanoTime());
    }

    private void enrich(ConsumerRecord<String, byte[]> raw, ReenrichRequest request, Batch batch) throws Exception {
        Accountant.Renewal renewal =
                accountant.renew(raw, followed.get(raw.partition()).ledger(), request);
        if (renewal instanceof Accountant.Renewed renewed) {
            Account account = renewed.account();
            batch.add(account);
            batch.afterCommit(metrics::reenriched);
            throttle.used();
        } else {
            Kept why = ((Accountant.Unrenewed) renewal).why();
            batch.add(List.of());
            batch.afterCommit(() -> metrics.notReenriched(why));
            // What was only looked at costs next to nothing.
            if (why != Kept.NOT_CURRENT) throttle.used();
        }
    }

    /** Reads on; a partition whose end is reached leaves those that are read. */
    private void fetch(Batch batch, ReenrichRequest request) {
        for (ConsumerRecord<String, byte[]> raw : reader.poll(Duration.ZERO)) {
            if (raw.offset() < request.ends().getOrDefault(raw.partition(), 0L)) waiting.add(raw);
        }
        if (!waiting.isEmpty()) return;
        for (int partition : Set.copyOf(next.keySet())) {
            long position = reader.position(raw(partition));
            if (position > next.get(partition)) move(partition, position, request, batch);
        }
    }

    private void move(int partition, long offset, ReenrichRequest request, Batch batch) {
        long end = request.ends().getOrDefault(partition, 0L);
        next.put(partition, offset);
        batch.move(GROUP, raw(partition), new OffsetAndMetadata(Math.min(offset, end), String.valueOf(run)));
        batch.afterCommit(() -> metrics.left(partition, end - offset));
        if (offset >= end) {
            next.remove(partition);
            readOnly(next.keySet());
        }
    }

    /** Goes on, for partitions that are new to this worker or to the run, where it stopped. */
    private void follow(Collection<Owned> owned, ReenrichRequest request) throws Exception {
        Map<Integer, Owned> now = new HashMap<>();
        owned.forEach(one -> now.put(one.partition(), one));
        if (now.equals(followed)) return;
        for (Owned lost : followed.values()) {
            if (now.get(lost.partition()) == lost) continue;
            next.remove(lost.partition());
            waiting.removeIf(raw -> raw.partition() == lost.partition());
            metrics.left(lost.partition(), 0);
        }
        Set<Owned> added = new HashSet<>(owned);
        added.removeAll(followed.values());
        Map<TopicPartition, Optional<OffsetAndMetadata>> positions =
                SidePositions.committed(clients, GROUP, SidePositions.partitions(Topic.RAW.topicName(), added));
        // Whose position is not certain yet is asked for again at the next step.
        for (Owned one : added) {
            if (!positions.containsKey(raw(one.partition()))) now.remove(one.partition());
        }
        begin(positions, request);
        followed = now;
    }

    private void begin(Map<TopicPartition, Optional<OffsetAndMetadata>> positions, ReenrichRequest request) {
        Map<Integer, Long> from = new HashMap<>();
        positions.forEach((partition, position) -> {
            long offset = position.filter(of -> of.metadata().equals(String.valueOf(run)))
                    .map(OffsetAndMetadata::offset)
                    .orElse(0L);
            if (requests.hasPassed(run, partition.partition())) return;
            if (offset < request.ends().getOrDefault(partition.partition(), 0L)) {
                from.put(partition.partition(), offset);
            }
        });
        next.putAll(from);
        if (next.isEmpty()) return;
        if (reader == null) reader = clients.sideReader();
        readOnly(next.keySet());
        from.forEach((partition, offset) -> {
            if (offset == 0) reader.seekToBeginning(List.of(raw(partition)));
            else reader.seek(raw(partition), offset);
        });
    }

    private static TopicPartition raw(int partition) {
        return new TopicPartition(Topic.RAW.topicName(), partition);
    }

    private void readOnly(Set<Integer> partitions) {
        reader.assign(partitions.stream().map(Reenrichment::raw).toList());
    }

    @Override
    public void wakeup() {
        KafkaConsumer<String, byte[]> open = reader;
        if (open != null) open.wakeup();
    }

    @Override
    public void close() {
        KafkaConsumer<String, byte[]> open = reader;
        reader = null;
        waiting.clear();
        next.clear();
        followed.keySet().forEach(partition -> metrics.left(partition, 0));
        followed = Map.of();
        if (open != null) open.close();
    }
}
