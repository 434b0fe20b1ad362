package dev.postwire.query.store;

import dev.postwire.platform.kafka.Receipt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** A dead letter as it is read: written by {@link ChangeStore} alone. */
@Entity
@Immutable
@Table(name = "rejection")
public class StoredRejection {
    @Id
    long number;

    String topic;

    int partition;

    @Column(name = "record_offset")
    long recordOffset;

    @Column(name = "origin_partition")
    Integer originPartition;

    @Column(name = "origin_offset")
    Long originOffset;

    @Column(name = "post_id")
    String postId;

    String reason;
    String detail;

    @Column(name = "content_type")
    String contentType;

    long bytes;
    String sha256;
    int attempt;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "rejected_at")
    Instant rejectedAt;

    /** What became of the submission by now. */
    @Formula("(select r.outcome from receipt r where r.partition = origin_partition and r.raw_offset = origin_offset)")
    String outcome;

    @Formula("(select max(x.attempt) from rejection x where x.origin_partition = origin_partition"
            + " and x.origin_offset = origin_offset)")
    Integer attempts;

    /** How a dead letter stands by now. */
    public enum State {
        /** Nothing came of the submission yet but this. */
        REJECTED,
        /** A later attempt was rejected as well. */
        RETRIED,
        /** A later attempt went through. */
        REDRIVEN
    }

    public State state() {
        if (outcome != null && !outcome.equals("rejected")) return State.REDRIVEN;
        return attempts != null && attempts > attempt ? State.RETRIED : State.REJECTED;
    }

    public long number() {
        return number;
    }

    /** The record that holds the bytes. */
    public String topic() {
        return topic;
    }

    public int partition() {
        return partition;
    }

    public long recordOffset() {
        return recordOffset;
    }

    public Optional<String> receipt() {
        return origin().map(Receipt::toString);
    }

    /** Where the submission stands; empty where an unreadable record does not say. */
    public Optional<Receipt> origin() {
        return Optional.ofNullable(originPartition).map(number -> new Receipt(number, originOffset));
    }

    public Optional<String> postId() {
        return Optional.ofNullable(postId);
    }

    public String reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    public long bytes() {
        return bytes;
    }

    public String sha256() {
        return sha256;
    }

    public int attempt() {
        return attempt;
    }

    public Optional<Instant> receivedAt() {
        return Optional.ofNullable(receivedAt);
    }

    public Instant rejectedAt() {
        return rejectedAt;
    }
}
