package dev.postwire.ingest.kafka;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;

/** What a failed send means for the caller and for the producer. */
enum SendFailure {
    /** The broker is away or too slow: the same post may go through later. */
    BROKER_AWAY,
    /** This record is larger than the broker takes; no retry helps, and the others are not concerned. */
    TOO_LARGE,
    /** The producer may never send again: refused by the broker, or in a state it cannot leave. */
    PRODUCER_BROKEN;

    static SendFailure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) return TOO_LARGE;
            if (cause instanceof RetriableException) return BROKER_AWAY;
        }
        return PRODUCER_BROKEN;
    }
}
