package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.kafka.RawTopic;
import dev.postwire.query.receipt.ReceiptState;
import dev.postwire.query.store.Arrivals;
import dev.postwire.query.store.Receipts;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a submission, now or after a wait. Settled ones are told from the database alone; that one is still under way, or
 * never was, takes the broker to know.
 */
@Singleton
class Settling {
    private final Receipts receipts;
    private final Arrivals arrivals;
    private final RawTopic raw;

    Settling(Receipts receipts, Arrivals arrivals, RawTopic raw) {
        this.receipts = receipts;
        this.arrivals = arrivals;
        this.raw = raw;
    }

    /** To be called on a worker thread, on which the item comes as well. Fails with the problem to answer. */
    Uni<ReceiptState> state(Receipt receipt, Duration time) {
        if (time.isZero() || !mayCome(receipt)) return Uni.createFrom().item(() -> now(receipt));
        return Uni.createFrom()
                .completionStage(() -> arrivals.settled(receipt, time))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(settled -> settled.orElseGet(() -> now(receipt)));
    }

    private ReceiptState now(Receipt receipt) {
        ReceiptState state = receipts.state(receipt);
        if (!state.pending() || raw.holds(receipt)) return state;
        throw Problem.of(ProblemCode.RECEIPT_UNKNOWN, "No such receipt was given.")
                .exception();
    }

    /** False where nothing is to be waited for, because no such receipt was ever given. */
    private boolean mayCome(Receipt receipt) {
        try {
            return raw.holds(receipt);
        } catch (ProblemException e) {
            Optional<Duration> brokerAway = Optional.ofNullable(e.problem().retryAfter());
            if (brokerAway.isPresent()) return true;
            throw e;
        }
    }
}
