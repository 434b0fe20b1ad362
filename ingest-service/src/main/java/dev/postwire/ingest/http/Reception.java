package dev.postwire.ingest.http;

import dev.postwire.ingest.Limits;
import dev.postwire.ingest.kafka.Publisher;
import dev.postwire.ingest.kafka.RawRecords;
import dev.postwire.ingest.ops.IngestMetrics;
import dev.postwire.ingest.post.ContentType;
import dev.postwire.ingest.post.Intake;
import dev.postwire.ingest.post.Metadata;
import dev.postwire.ingest.post.PostId;
import dev.postwire.ingest.post.Sender;
import dev.postwire.ingest.post.Submission;
import dev.postwire.ingest.post.TraceParent;
import dev.postwire.ingest.post.Verdict;
import dev.postwire.platform.coding.BrokenCodingException;
import dev.postwire.platform.coding.CodingProblems;
import dev.postwire.platform.coding.ContentCoding;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.Receipt;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way of a call from its headers to its receipt. Begins on the event loop and never blocks it: the body arrives chunk by chunk,
 * the verdict on a small post is found at once and that on any other on a worker thread, and the wait for the broker holds no thread
 * at all.
 */
final class Reception {
    /** What is judged where it arrived: takes a tenth of a millisecond or two, less than the way to another thread and back. */
    static final int SMALL_BYTES = 32 * 1024;

    private final Limits limits;
    private final BodyReader bodies;
    private final Publisher publisher;
    private final IngestMetrics metrics;
    private final Executor workers;
    private final InFlight inFlight;

    Reception(
            Limits limits,
            BodyReader bodies,
            Publisher publisher,
            IngestMetrics metrics,
            Executor workers,
            InFlight inFlight) {
        this.limits = limits;
        this.bodies = bodies;
        this.publisher = publisher;
        this.metrics = metrics;
        this.workers = workers;
        this.inFlight = inFlight;
    }

    /** A post, under the caller's id or a derived one. */
    CompletionStage<Taken> take(RoutingContext call, Optional<String> id) {
        Instant receivedAt = Instant.now();
        HttpServerRequest request = call.request();
        return counted(call, () -> {
            Optional<PostId> given = id.map(Reception::id).map(own -> Ground.owned(call, own));
            Intake intake = new Intake(Ground.of(call));
            Sender sender = Requests.sender(call);
            ContentType type = Requests.contentType(request);
            Metadata metadata = Requests.metadata(request);
            ContentCoding coding = Requests.coding(request);
            TraceParent trace = Requests.trace(request);
            return withinRoom(place -> onGoodThread(bodies.read(call, place, limits.maxPostBytes()), coding, body -> {
                Submission post =
                        submission(judge(intake, given, type, metadata, sender, unpacked(coding, body, place)));
                return accepted(
                        post.id(), publisher.publishHere(RawRecords.submitted(post, receivedAt, trace)), Location.POST);
            }));
        });
    }

    /** Goes on with the body where it arrived, if that takes next to no time and can't block; else on a worker thread. */
    private CompletionStage<Taken> onGoodThread(
            CompletionStage<byte[]> whole, ContentCoding coding, Function<byte[], CompletionStage<Taken>> way) {
        return whole.thenCompose(body -> isQuick(coding, body)
                ? way.apply(body)
                : CompletableFuture.supplyAsync(() -> way.apply(body), workers).thenCompose(Function.identity()));
    }

    private boolean isQuick(ContentCoding coding, byte[] body) {
        return coding == ContentCoding.IDENTITY
                && body.length <= SMALL_BYTES
                // A record of less than half a batch takes twice its bytes of the producer's memory at most.
                && inFlight.halfFree()
                && publisher.flowing();
    }

    /** An erasure. */
    CompletionStage<Taken> erase(RoutingContext call, String id) {
        Instant receivedAt = Instant.now();
        return counted(call, () -> {
            PostId post = Ground.owned(call, id(id));
            Sender sender = Requests.sender(call);
            TraceParent trace = Requests.trace(call.request());
            bodies.dismiss(call);
            // The post itself will be gone; what is left to look at is the receipt.
            return withinRoom(place -> accepted(
                    post,
                    publisher.publish(RawRecords.erasureRequested(post, sender.key(), receivedAt, trace)),
                    Location.RECEIPT));
        });
    }

    private CompletionStage<Taken> withinRoom(Function<InFlight.Place, CompletionStage<Taken>> way) {
        InFlight.Place place = inFlight.enter().orElseThrow(BodyReader::overloaded);
        return way.apply(place).whenComplete((answer, failure) -> place.leave());
    }

    private byte[] unpacked(ContentCoding coding, byte[] body, InFlight.Place place) {
        if (coding == ContentCoding.IDENTITY || body.length == 0) return body;
        // Room for all that may come out, for how much that will be is not known before.
        if (!place.grow(limits.maxPostBytes())) throw BodyReader.overloaded();
        try {
            return coding.unpack(body, limits.maxPostBytes())
                    .orElseThrow(() -> BodyReader.tooLarge(limits.maxPostBytes()));
        } catch (BrokenCodingException e) {
            throw CodingProblems.broken(e);
        }
    }

    private static Verdict judge(
            Intake intake, Optional<PostId> given, ContentType type, Metadata metadata, Sender sender, byte[] body) {
        return given.map(id -> intake.judge(id, type, metadata, body, sender))
                .orElseGet(() -> intake.judge(type, metadata, body, sender));
    }

    private static Submission submission(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) throw Refusals.of(refused);
        return ((Verdict.Accepted) verdict).submission();
    }

    private CompletionStage<Taken> accepted(PostId id, CompletionStage<Receipt> published, Location location) {
        return published.thenApply(receipt -> new Taken(id, receipt, limits.queryUrl() + location.path(id, receipt)));
    }

    /**
     * What is on the raw topic.
     *
     * @param location where what became of it can be seen
     */
    record Taken(PostId id, Receipt receipt, String location) {}

    /** Where what became of a submission can be seen. */
    private enum Location {
        POST,
        RECEIPT;

        String path(PostId id, Receipt receipt) {
            return this == POST ? "/v1/posts/" + id + "?receipt=" + receipt : "/v1/receipts/" + receipt;
        }
    }

    /** Counts the call when it comes and when it ends, however it ends. */
    private <T> CompletionStage<T> counted(RoutingContext call, Supplier<CompletionStage<T>> way) {
        long start = System.nanoTime();
        metrics.received();
        CompletionStage<T> answer;
        try {
            answer = way.get();
        } catch (RuntimeException e) {
            bodies.dismiss(call);
            answer = CompletableFuture.failedStage(e);
        }
        answer.whenComplete((taken, failure) -> {
            if (failure == null) metrics.sent(Duration.ofNanos(System.nanoTime() - start));
            else metrics.discarded(reason(failure));
        });
        return answer;
    }

    private static ProblemCode reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ProblemException problem ? problem.problem().kind() : ProblemCode.INTERNAL_ERROR;
    }

    private static PostId id(String text) {
        return PostId.of(text).orElseThrow(Refusals::id);
    }
}
