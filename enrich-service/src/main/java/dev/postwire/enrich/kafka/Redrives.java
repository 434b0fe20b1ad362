package dev.postwire.enrich.kafka;

import dev.postwire.enrich.kafka.Accountant.Account;
import dev.postwire.enrich.post.Reason;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Puts dead letters through again, as the raw record that they were: what comes of it has that record's place, so it cannot take
 * the place of anything later. Each request is carried out once, in the transaction that moves past it. A letter whose post was
 * replaced or erased since, or that was put through already, is left alone.
 */
final class Redrives implements SideWork {
    static final String GROUP = "postwire-redrive";

    private static final Logger LOGGER = Logger.getLogger(Redrives.class);
    private static final Duration SHARE_OF_TIME = Duration.ofSeconds(1);
    private static final long SHARE_OF_BYTES = 4L * 1024 * 1024;

    private final KafkaClients clients;
    private final Accountant accountant;
    private final SideMetrics metrics;
    private final KafkaConsumer<String, byte[]> requests;
    private final DeadLetters letters;
    private final Deque<ConsumerRecord<String, byte[]>> waiting = new ArrayDeque<>();
    private Map<Integer, Owned> followed = Map.of();

    Redrives(KafkaClients clients, Accountant accountant, SideMetrics metrics) {
        this.clients = clients;
        this.accountant = accountant;
        this.metrics = metrics;
        this.requests = clients.sideReader();
        this.letters = new DeadLetters(clients);
    }

    /** Why a request led to nothing. Each is what a repeated or a late request should meet. */
    enum Left {
        /** A later attempt of the same submission was made, or it is published. */
        DONE,
        /** A later version of the post is published. */
        SUPERSEDED,
        /** The post was erased since. */
        ERASED,
        /** The dead letter is no more. */
        GONE,
        /** The submission's key stands for other content; trying again cannot change that. */
        KEY_REUSED,
        /** The request is not one: a fault of whoever wrote it. */
        UNREADABLE
    }

    @Override
    public boolean take(Batch batch, Collection<Owned> owned) throws Exception {
        follow(owned);
        if (followed.isEmpty()) return false;
        if (waiting.isEmpty()) requests.poll(Duration.ZERO).forEach(waiting::add);
        boolean any = !waiting.isEmpty();
        batch.allow(SHARE_OF_TIME, SHARE_OF_BYTES);
        while (!waiting.isEmpty() && !batch.full()) {
            ConsumerRecord<String, byte[]> request = waiting.peek();
            carryOut(request, batch);
            waiting.poll();
            batch.move(
                    GROUP,
                    new TopicPartition(request.topic(), request.partition()),
                    new OffsetAndMetadata(request.offset() + 1));
        }
        return any;
    }

    private void carryOut(ConsumerRecord<String, byte[]> record, Batch batch) throws Exception {
        LedgerMemory ledger = followed.get(record.partition()).ledger();
        Optional<RedriveRequest> request = read(record);
        if (request.isEmpty()) {
            leave(batch, Left.UNREADABLE);
            return;
        }
        Optional<Left> left = reasonToLeave(record.key(), request.get(), ledger);
        if (left.isPresent()) {
            leave(batch, left.get());
            return;
        }
        Optional<ConsumerRecord<String, byte[]>> letter = letters.find(
                        record.partition(), request.get().letter())
                .filter(found -> String.valueOf(request.get().attempt())
                        .equals(EventHeaders.find(found.headers(), EventHeaders.ATTEMPT)
                                .orElse("")));
        Optional<ConsumerRecord<String, byte[]>> raw = letter.flatMap(DeadLetters::raw)
                .filter(origin -> origin.key().equals(record.key()) && origin.partition() == record.partition())
                .filter(origin -> origin.offset() == request.get().origin());
        if (raw.isEmpty()) {
            leave(batch, Left.GONE);
        } else if (isKeyReused(letter.get())) {
            leave(batch, Left.KEY_REUSED);
        } else {
            Account account =
                    accountant.redrive(raw.get(), ledger, request.get().attempt() + 1);
            batch.add(account);
            batch.afterCommit(() -> metrics.redriven(account.result()));
        }
    }

    static Optional<Left> reasonToLeave(String id, RedriveRequest request, LedgerMemory ledger) {
        OptionalLong published =
                ledger.find(id).stream().mapToLong(LedgerEntry.Current::latest).findFirst();
        if (published.isPresent() && published.getAsLong() > request.origin()) return Optional.of(Left.SUPERSEDED);
        if (published.isPresent() && published.getAsLong() == request.origin()) return Optional.of(Left.DONE);
        OptionalLong erased = ledger.erased(id);
        if (erased.isPresent() && erased.getAsLong() > request.origin()) return Optional.of(Left.ERASED);
        return ledger.attempts(request.origin()) > request.attempt() ? Optional.of(Left.DONE) : Optional.empty();
    }

    private static boolean isKeyReused(ConsumerRecord<String, byte[]> letter) {
        return EventHeaders.find(letter.headers(), EventHeaders.REASON)
                .filter(Reason.IDEMPOTENCY_KEY_REUSED.code()::equals)
                .isPresent();
    }

    private void leave(Batch batch, Left why) {
        batch.add(List.of());
        batch.afterCommit(() -> metrics.leftAlone(why));
    }

    private static Optional<RedriveRequest> read(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.key() == null) throw new IOException("there is no key");
            return Optional.of(RedriveRequest.read(record.value()));
        } catch (IOException e) {
            LOGGER.errorf(
                    "request to redrive cannot be read record=%s-%d@%d",
                    record.topic(), record.partition(), record.offset());
            return Optional.empty();
        }
    }

    /** Reads on, for partitions that are new to this worker, where their last owner stopped. */
    private void follow(Collection<Owned> owned) throws Exception {
        Map<Integer, Owned> now = new HashMap<>();
        owned.forEach(one -> now.put(one.partition(), one));
        if (now.equals(followed)) return;
        Set<Owned> added = new HashSet<>(owned);
        added.removeAll(followed.values());
        Map<TopicPartition, Optional<OffsetAndMetadata>> positions =
                SidePositions.committed(clients, GROUP, SidePositions.partitions(Topic.REDRIVE.topicName(), added));
        // Whose position is not certain yet is asked for again at the next step.
        for (Owned one : added) {
            if (!positions.containsKey(partition(one))) now.remove(one.partition());
        }
        waiting.removeIf(record ->
                now.get(record.partition()) == null || now.get(record.partition()) != followed.get(record.partition()));
        requests.assign(SidePositions.partitions(Topic.REDRIVE.topicName(), now.values()));
        positions.forEach((partition, position) -> {
            if (position.isEmpty()) requests.seekToBeginning(List.of(partition));
            else requests.seek(partition, position.get().offset());
        });
        followed = now;
    }

    private static TopicPartition partition(Owned owned) {
        return new TopicPartition(Topic.REDRIVE.topicName(), owned.partition());
    }

    @Override
    public void wakeup() {
        requests.wakeup();
        letters.wakeup();
    }

    @Override
    public void close() {
        requests.close();
        letters.close();
    }
}
