package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.kafka.RawTopic;
import dev.postwire.query.kafka.RawTopic.Given;
import dev.postwire.query.receipt.ReceiptState;
import dev.postwire.query.store.Arrivals;
import dev.postwire.query.store.Receipts;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * What became of a submission, now or after a wait. Settled ones are told from the database alone; that one is still under way, or
 * never was, takes the broker to know. It is asked beside the wait, which it never makes longer.
 */
@Singleton
class Settling {
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    /** Of a wait a quarter goes by, and at most so much, before the broker is asked: mostly all is told by then, and it need not be. */
    private static final Duration ASKED_AFTER = Duration.ofMillis(400);

    private static final int SHARE = 4;

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
        if (!time.isZero()) return waited(receipt, time);
        ReceiptState state = receipts.state(receipt);
        return state.pending()
                ? pending(state, raw.given(receipt))
                : Uni.createFrom().item(state);
    }

    private static Uni<ReceiptState> pending(ReceiptState state, CompletableFuture<Given> given) {
        return Uni.createFrom()
                .completionStage(given)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(answer -> mustBeGiven(state, answer));
    }

    /** Looks nowhere itself: thousands who come at once are answered by one look into the database, and one question to the broker. */
    private Uni<ReceiptState> waited(Receipt receipt, Duration time) {
        CompletableFuture<Optional<ReceiptState>> waiting =
                arrivals.settled(receipt, time).toCompletableFuture();
        CompletableFuture<Given> given = new CompletableFuture<>();
        long pause = Math.min(ASKED_AFTER.toMillis(), time.toMillis() / SHARE);
        Executor later =
                CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, Infrastructure.getDefaultWorkerPool());
        later.execute(() -> {
            if (!waiting.isDone()) raw.given(receipt).thenAccept(given::complete);
        });
        // Nothing is to be waited for where no such receipt was ever given.
        given.thenAccept(answer -> {
            if (answer == Given.NO) waiting.completeExceptionally(unknown());
        });
        return Uni.createFrom()
                .completionStage(waiting)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(settled -> settled.orElseGet(() -> atTheEnd(receipt, given)));
    }

    /** The time is over: what the broker has not said by now it may say to the next call. */
    private ReceiptState atTheEnd(Receipt receipt, CompletableFuture<Given> given) {
        ReceiptState state = receipts.state(receipt);
        return state.pending() ? mustBeGiven(state, given.getNow(Given.UNKNOWN)) : state;
    }

    private static ReceiptState mustBeGiven(ReceiptState pending, Given given) {
        return switch (given) {
            case YES -> pending;
            case NO -> throw unknown();
            case UNKNOWN ->
                throw Problem.retryable(
                                ProblemCode.BROKER_UNAVAILABLE,
                                "Nothing is known of this receipt yet, and the broker that would know does not answer.",
                                COME_BACK)
                        .exception();
        };
    }

    private static ProblemException unknown() {
        return Problem.of(ProblemCode.RECEIPT_UNKNOWN, "No such receipt was given.")
                .exception();
    }
}
