package dev.postwire.ingest.http;

import dev.postwire.ingest.Limits;
import dev.postwire.ingest.feed.Entry;
import dev.postwire.ingest.feed.EntryEnvelope;
import dev.postwire.ingest.feed.FeedReader;
import dev.postwire.ingest.feed.FeedSource;
import dev.postwire.ingest.feed.MalformedFeedException;
import dev.postwire.ingest.post.ContentType;
import dev.postwire.ingest.post.Intake;
import dev.postwire.ingest.post.Metadata;
import dev.postwire.ingest.post.Sender;
import dev.postwire.ingest.post.TraceParent;
import dev.postwire.platform.coding.BrokenCodingException;
import dev.postwire.platform.coding.CodingProblems;
import dev.postwire.platform.coding.ContentCoding;
import dev.postwire.platform.http.CutOff;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The way of a feed: read as a whole first, so that one that breaks in the middle leaves nothing; then each entry goes the way of a
 * line of a batch. Holds one worker thread while its entries are sent.
 */
final class FeedReception {
    private static final Logger LOGGER = Logger.getLogger(FeedReception.class);
    private static final Set<String> MEDIA_TYPES = Set.of(
            "application/atom+xml",
            "application/rss+xml",
            "application/rdf+xml",
            "application/xml",
            "text/xml",
            "application/feed+json",
            "application/json",
            "application/x-cdf",
            "application/octet-stream");
    private static final ContentType ENVELOPE =
            ContentType.of("application/json").orElseThrow();

    /** Characters, elements and entries of a feed take more than its bytes do. */
    private static final int MEMORY_FACTOR = 5;

    private final Limits limits;
    private final BodyReader bodies;
    private final ManySubmissions submissions;
    private final InFlight inFlight;
    private final Executor workers;
    private final VerdictStream.Bounds bounds;

    FeedReception(Limits limits, BodyReader bodies, ManySubmissions submissions, InFlight inFlight, Executor workers) {
        this.limits = limits;
        this.bodies = bodies;
        this.submissions = submissions;
        this.inFlight = inFlight;
        this.workers = workers;
        this.bounds = BatchReception.bounds(limits);
    }

    /** Must be called on the event loop. The answer is complete when all but its end has been written. */
    CompletionStage<RestResponse<Void>> take(RoutingContext call) {
        HttpServerRequest request = call.request();
        InFlight.Place place = null;
        try {
            Requests.expect(
                    request,
                    MEDIA_TYPES,
                    "A feed is Atom, RSS or JSON Feed; name it in Content-Type, or say application/xml.");
            ContentCoding coding = Requests.coding(request);
            FeedSource source = source(request);
            Sender sender = Requests.sender(call);
            Optional<TraceParent> trace = Requests.callersTrace(request);
            place = inFlight.enter().orElseThrow(BodyReader::overloaded);
            VerdictStream verdicts = new VerdictStream(request.response(), bounds, place);
            Call feed = new Call(call, coding, source, sender, trace, verdicts, place);
            CompletableFuture<RestResponse<Void>> answered = new CompletableFuture<>();
            bodies.read(call, place, limits.maxFeedBytes()).whenComplete((body, failure) -> {
                if (failure == null) feed.begin(body, answered);
                else feed.end(failure, answered);
            });
            return answered;
        } catch (ProblemException e) {
            if (place != null) place.leave();
            BodyReader.abandon(call);
            submissions.refused(e.problem().kind());
            return CompletableFuture.failedStage(e);
        }
    }

    private static FeedSource source(HttpServerRequest request) {
        Map<String, List<String>> parameters = QueryString.read(request.query());
        Metadata.Reading reading = Metadata.read(parameters);
        if (reading instanceof Metadata.Reading.Wrong wrong) throw Refusals.invalidFields(wrong.faults());
        Metadata said = ((Metadata.Reading.Said) reading).metadata();
        Set<String> others = new java.util.TreeSet<>(parameters.keySet());
        others.removeAll(Set.of("url", "language"));
        if (!others.isEmpty()) throw Refusals.invalidFields(Metadata.none(others));
        Optional<URI> address = said.first(Metadata.Field.URL)
                .or(() -> Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_LOCATION)))
                .flatMap(FeedSource::uri)
                .filter(uri -> uri.getHost() != null);
        Optional<String> language = said.first(Metadata.Field.LANGUAGE)
                .or(() -> Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_LANGUAGE)));
        return new FeedSource(address, Requests.charset(request), language);
    }

    private static ProblemException tooMuch() {
        return Problem.of(
                        ProblemCode.BODY_TOO_LARGE,
                        "Reading so many elements takes more memory than there is for all posts under way.")
                .exception();
    }

    private final class Call {
        private final RoutingContext call;
        private final Intake intake;
        private final ContentCoding coding;
        private final FeedSource source;
        private final Sender sender;
        private final Optional<TraceParent> trace;
        private final VerdictStream verdicts;
        private final InFlight.Place place;

        Call(
                RoutingContext call,
                ContentCoding coding,
                FeedSource source,
                Sender sender,
                Optional<TraceParent> trace,
                VerdictStream verdicts,
                InFlight.Place place) {
            this.call = call;
            this.intake = new Intake(Ground.of(call));
            this.coding = coding;
            this.source = source;
            this.sender = sender;
            this.trace = trace;
            this.verdicts = verdicts;
            this.place = place;
        }

        void begin(byte[] body, CompletableFuture<RestResponse<Void>> answered) {
            try {
                workers.execute(() -> run(body, answered));
            } catch (RejectedExecutionException e) {
                end(e, answered);
            }
        }

        private void run(byte[] body, CompletableFuture<RestResponse<Void>> answered) {
            try {
                List<Entry> entries = entries(unpacked(body));
                String scope = source.address().map(URI::toString).orElse("");
                long number = 0;
                for (Entry entry : entries) send(++number, entry, scope);
                verdicts.awaitWritten();
                place.leave();
                answered.complete(RestResponse.ok());
            } catch (VerdictStream.AbandonedException e) {
                LOGGER.debugf("feed abandoned why=%s", e.getMessage());
                CutOff.now(call.request());
                place.leave();
                answered.complete(null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                end(e, answered);
            } catch (RuntimeException e) {
                end(e, answered);
            } catch (Error e) {
                end(e, answered); // the caller is told and the room given back, whoever deals with the error
                throw e;
            }
        }

        private void take(long bytes) {
            if (place.grow(bytes)) return;
            throw place.couldGrow(bytes) ? BodyReader.overloaded() : tooMuch();
        }

        void end(Throwable failure, CompletableFuture<RestResponse<Void>> answered) {
            place.leave();
            submissions.refused(failure);
            answered.completeExceptionally(failure);
        }

        private byte[] unpacked(byte[] body) {
            if (body.length == 0) return body;
            // Room for all that may come out, for how much that will be is not known before.
            int most = coding == ContentCoding.IDENTITY ? 0 : limits.maxFeedBytes();
            take(most);
            try {
                byte[] feed = coding.unpack(body, limits.maxFeedBytes())
                        .orElseThrow(() -> BodyReader.tooLarge(limits.maxFeedBytes()));
                place.shrink(most);
                take((long) MEMORY_FACTOR * feed.length);
                return feed;
            } catch (BrokenCodingException e) {
                throw CodingProblems.broken(e);
            }
        }

        private List<Entry> entries(byte[] feed) {
            try {
                return FeedReader.read(feed, source, this::take);
            } catch (MalformedFeedException e) {
                throw Refusals.feed(e);
            }
        }

        private void send(long number, Entry entry, String scope)
                throws InterruptedException, VerdictStream.AbandonedException {
            byte[] envelope = EntryEnvelope.of(entry, scope, Ground.of(call));
            VerdictStream.Slot slot = verdicts.open(envelope.length);
            submissions.submit(number, trace, slot, () -> {
                if (envelope.length > limits.maxPostBytes()) throw BodyReader.tooLarge(limits.maxPostBytes());
                return intake.judge(ENVELOPE, Metadata.NONE, envelope, sender.part(number));
            });
        }
    }
}
