package dev.postwire.ingest.http;

import dev.postwire.ingest.Limits;
import dev.postwire.ingest.format.Lines;
import dev.postwire.ingest.post.ContentType;
import dev.postwire.ingest.post.Intake;
import dev.postwire.ingest.post.Metadata;
import dev.postwire.ingest.post.Sender;
import dev.postwire.ingest.post.TraceParent;
import dev.postwire.ingest.post.Verdict;
import dev.postwire.platform.coding.BrokenCodingException;
import dev.postwire.platform.coding.CodingProblems;
import dev.postwire.platform.coding.ContentCoding;
import dev.postwire.platform.http.CutOff;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.security.Caller;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The way of a batch: a line is judged and sent as soon as it has arrived, its verdict goes out as soon as the broker has it. Lines
 * are sent in their order, so posts of one id keep theirs. Each batch holds one worker thread and the same room, however long it is, and each
 * caller only a few.
 */
final class BatchReception {
    private static final Logger LOGGER = Logger.getLogger(BatchReception.class);
    private static final Set<String> MEDIA_TYPES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");
    private static final String TAKEN = "A batch is application/x-ndjson: one envelope a line, in UTF-8.";
    private static final ContentType ENVELOPE =
            ContentType.of("application/json").orElseThrow();

    private static final long MOST_WINDOW_BYTES = 4 * 1024 * 1024;
    private static final int WINDOWS = 16;
    private static final int BACKLOGS = 4;

    private final Limits limits;
    private final ManySubmissions submissions;
    private final InFlight inFlight;
    private final Executor workers;
    private final VerdictStream.Bounds bounds;
    private final Batches batches;

    BatchReception(Limits limits, ManySubmissions submissions, InFlight inFlight, Executor workers) {
        this.limits = limits;
        this.submissions = submissions;
        this.inFlight = inFlight;
        this.workers = workers;
        this.bounds = bounds(limits);
        this.batches = new Batches(limits.batchesPerCaller());
    }

    /** Must be called on the event loop. The answer is complete when all but its end has been written. */
    CompletionStage<RestResponse<Void>> take(RoutingContext call) {
        HttpServerRequest request = call.request();
        CompletableFuture<RestResponse<Void>> answered = new CompletableFuture<>();
        String caller = Caller.account(call);
        InFlight.Place place;
        ContentCoding coding;
        Sender sender;
        try {
            Requests.expect(request, MEDIA_TYPES, TAKEN);
            if (!Requests.charset(request).orElse("utf-8").equals("utf-8")) {
                throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, TAKEN).exception();
            }
            Requests.noParameters(request);
            coding = Requests.coding(request);
            sender = Requests.sender(call);
            place = enter(caller);
        } catch (ProblemException e) {
            BodyReader.abandon(call);
            submissions.refused(e.problem().kind());
            return CompletableFuture.failedStage(e);
        }
        VerdictStream verdicts = new VerdictStream(request.response(), bounds, place);
        BodyStream body =
                BodyStream.of(request, limits.bodyPatience(), (long) BodyReader.DROPPED_LIMITS * limits.maxPostBytes());
        Intake intake = new Intake(Ground.of(call));
        Call batch = new Call(request, intake, Requests.callersTrace(request), sender, coding, body, verdicts);
        CompletableFuture<RestResponse<Void>> ended = new CompletableFuture<>();
        // Before the caller sees the end, so that it finds room for its next one.
        ended.whenComplete((answer, failure) -> {
            place.leave();
            batches.leave(caller);
            if (failure == null) answered.complete(answer);
            else answered.completeExceptionally(failure);
        });
        try {
            workers.execute(() -> batch.run(ended));
        } catch (RejectedExecutionException e) {
            ended.completeExceptionally(e);
        }
        return answered;
    }

    private InFlight.Place enter(String caller) {
        if (!batches.enter(caller)) throw tooMany();
        Optional<InFlight.Place> place = inFlight.enter(bounds.window() + limits.maxPostBytes());
        if (place.isEmpty()) batches.leave(caller);
        return place.orElseThrow(BodyReader::overloaded);
    }

    private ProblemException tooMany() {
        String detail = "At most " + limits.batchesPerCaller()
                + " batches of one caller are taken at the same time. Send it again when another has ended.";
        return Problem.retryable(ProblemCode.RATE_LIMITED, detail, BodyReader.RETRY_AFTER)
                .exception();
    }

    /** One post at least may wait for the broker, and few enough batches fit that single posts find room beside them. */
    static VerdictStream.Bounds bounds(Limits limits) {
        long window = Math.min(MOST_WINDOW_BYTES, limits.inFlightBytes() / WINDOWS);
        return new VerdictStream.Bounds(window, limits.inFlightBytes() / BACKLOGS, limits.bodyPatience());
    }

    private final class Call {
        private final HttpServerRequest request;
        private final Intake intake;
        private final Optional<TraceParent> trace;
        private final Sender sender;
        private final ContentCoding coding;
        private final BodyStream body;
        private final VerdictStream verdicts;
        private Lines lines;

        Call(
                HttpServerRequest request,
                Intake intake,
                Optional<TraceParent> trace,
                Sender sender,
                ContentCoding coding,
                BodyStream body,
                VerdictStream verdicts) {
            this.request = request;
            this.intake = intake;
            this.trace = trace;
            this.sender = sender;
            this.coding = coding;
            this.body = body;
            this.verdicts = verdicts;
        }

        void run(CompletableFuture<RestResponse<Void>> answered) {
            try (body) {
                readAll();
                verdicts.awaitWritten();
                answered.complete(RestResponse.ok());
            } catch (ProblemException e) {
                answered.completeExceptionally(e);
            } catch (VerdictStream.AbandonedException e) {
                LOGGER.debugf("batch abandoned why=%s", e.getMessage());
                CutOff.now(request);
                answered.complete(null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answered.completeExceptionally(e);
            } catch (IOException | RuntimeException e) {
                answered.completeExceptionally(e);
            } catch (Error e) {
                answered.completeExceptionally(e); // the caller is told, whoever deals with the error
                throw e;
            }
        }

        private void readAll() throws IOException, InterruptedException, VerdictStream.AbandonedException {
            try (InputStream unpacked = Unpacking.of(body, coding)) {
                lines = new Lines(unpacked, limits.maxPostBytes(), verdicts::wanted);
                Optional<Lines.Line> line = lines.next();
                while (line.isPresent() && take(line.get())) line = lines.next();
            } catch (ProblemException e) {
                breakOff(e);
            } catch (BrokenCodingException e) {
                breakOff(CodingProblems.broken(e));
            } catch (OverpackedException e) {
                breakOff(Problem.of(ProblemCode.BODY_TOO_LARGE, "The body " + e.getMessage() + ".")
                        .exception());
            }
        }

        /** What cannot be read any further is the affair of the line that was to come. */
        private void breakOff(ProblemException problem) throws InterruptedException, VerdictStream.AbandonedException {
            submissions.refused(problem.problem().kind());
            if (!verdicts.begun()) throw problem;
            verdicts.open(0).finish(LineVerdict.refused(lines.current(), problem.problem()));
        }

        /** False where there is no use in reading on. */
        private boolean take(Lines.Line line) throws InterruptedException, VerdictStream.AbandonedException {
            if (line instanceof Lines.Line.Whole whole) {
                VerdictStream.Slot slot = verdicts.open(whole.bytes().length);
                submissions.submit(line.number(), trace, slot, () -> judge(whole));
                return true;
            }
            VerdictStream.Slot slot = verdicts.open(0);
            submissions.submit(line.number(), trace, slot, () -> {
                throw BodyReader.tooLarge(limits.maxPostBytes());
            });
            return !((Lines.Line.TooLong) line).endless();
        }

        private Verdict judge(Lines.Line.Whole line) {
            return intake.judge(ENVELOPE, Metadata.NONE, line.bytes(), sender.part(line.number()));
        }
    }
}
