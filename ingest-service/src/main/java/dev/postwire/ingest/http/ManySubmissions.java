package dev.postwire.ingest.http;

import dev.postwire.ingest.kafka.Publisher;
import dev.postwire.ingest.kafka.RawRecords;
import dev.postwire.ingest.ops.IngestMetrics;
import dev.postwire.ingest.post.Submission;
import dev.postwire.ingest.post.TraceParent;
import dev.postwire.ingest.post.Verdict;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.kafka.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends the posts of one call one after the other, and finds the verdict on each. What is wrong with one concerns no other. */
final class ManySubmissions {
    private final Publisher publisher;
    private final IngestMetrics metrics;

    ManySubmissions(Publisher publisher, IngestMetrics metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** A call that could not be read, or not to its end. */
    void refused(ProblemCode reason) {
        metrics.received();
        metrics.discarded(reason);
    }

    /** A call that failed before it came to its posts. */
    void refused(Throwable failure) {
        refused(Refusals.problem(failure).kind());
    }

    /** Judges one post on the calling thread and sends it; the slot is finished in any case, at the latest by the publisher's deadline. */
    void submit(long line, Optional<TraceParent> trace, VerdictStream.Slot slot, Supplier<Verdict> judge) {
        long start = System.nanoTime();
        metrics.received();
        try {
            Verdict verdict = judge.get();
            if (verdict instanceof Verdict.Refused refused) throw Refusals.of(refused);
            Submission post = ((Verdict.Accepted) verdict).submission();
            publisher
                    .publishHere(RawRecords.submitted(post, Instant.now(), trace.orElseGet(TraceParent::begun)))
                    .whenComplete((receipt, failure) -> finish(line, slot, post, receipt, failure, start));
        } catch (RuntimeException e) {
            Problem problem = Refusals.problem(e);
            metrics.discarded(problem.kind());
            slot.finish(LineVerdict.refused(line, problem));
        }
    }

    private void finish(
            long line, VerdictStream.Slot slot, Submission post, Receipt receipt, Throwable failure, long start) {
        if (failure == null) {
            metrics.sent(Duration.ofNanos(System.nanoTime() - start));
            slot.finish(LineVerdict.accepted(line, post.id(), receipt));
        } else {
            Problem problem = Refusals.problem(failure);
            metrics.discarded(problem.kind());
            slot.finish(LineVerdict.notSent(line, post.id(), problem));
        }
    }
}
