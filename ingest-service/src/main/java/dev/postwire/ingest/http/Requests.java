package dev.postwire.ingest.http;

import dev.postwire.ingest.post.ContentType;
import dev.postwire.ingest.post.IdempotencyKey;
import dev.postwire.ingest.post.Metadata;
import dev.postwire.ingest.post.Sender;
import dev.postwire.ingest.post.TraceParent;
import dev.postwire.platform.coding.CodingProblems;
import dev.postwire.platform.coding.ContentCoding;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.security.Caller;
import dev.postwire.platform.trace.Tracing;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a call says in its headers and its query, read strictly. All throw a {@link ProblemException} for what is not taken. */
final class Requests {
    private Requests() {}

    static ContentType contentType(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE))
                .flatMap(ContentType::of)
                .orElseThrow(Refusals::mediaType);
    }

    /** For a body that is one of these. The sentence says what is taken. */
    static void expect(HttpServerRequest request, Set<String> mediaTypes, String taken) {
        String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String type =
                header == null ? "" : header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (!mediaTypes.contains(type))
            throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, taken).exception();
    }

    /** The charset that Content-Type names, in lower case. */
    static Optional<String> charset(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (header == null) return Optional.empty();
        for (String parameter : header.toLowerCase(Locale.ROOT).split(";")) {
            String said = parameter.strip();
            if (said.startsWith("charset="))
                return Optional.of(said.substring(8).replace("\"", "").strip());
        }
        return Optional.empty();
    }

    static Metadata metadata(HttpServerRequest request) {
        Metadata.Reading reading = Metadata.read(QueryString.read(request.query()));
        if (reading instanceof Metadata.Reading.Wrong wrong) throw Refusals.invalidFields(wrong.faults());
        return ((Metadata.Reading.Said) reading).metadata();
    }

    /** For a call whose body says all that is to be said. */
    static void noParameters(HttpServerRequest request) {
        Map<String, List<String>> parameters = QueryString.read(request.query());
        if (!parameters.isEmpty()) throw Refusals.invalidFields(Metadata.none(parameters.keySet()));
    }

    /** Who calls, as authentication found, and the key that the call goes by. */
    static Sender sender(RoutingContext call) {
        Optional<String> caller =
                Optional.of(Caller.of(call)).filter(Caller::named).map(Caller::name);
        List<String> headers = call.request().headers().getAll("idempotency-key");
        if (headers.isEmpty()) return new Sender(caller, Optional.empty());
        if (headers.size() > 1) throw Refusals.idempotencyKey();
        return new Sender(
                caller,
                Optional.of(IdempotencyKey.ofHeader(caller, headers.get(0)).orElseThrow(Refusals::idempotencyKey)));
    }

    /** The caller's place in a trace, or the beginning of one. */
    static TraceParent trace(HttpServerRequest request) {
        return callersTrace(request).orElseGet(TraceParent::begun);
    }

    /** The caller's place in a trace; empty where it says none, and each of many posts begins its own. */
    static Optional<TraceParent> callersTrace(HttpServerRequest request) {
        // Where traces are on, the call is a step of the caller's trace, and what follows is a step of the call.
        Optional<String> here = Tracing.here();
        if (here.isPresent()) return TraceParent.of(here.get());
        List<String> headers = request.headers().getAll("traceparent");
        return headers.size() == 1 ? TraceParent.of(headers.get(0)) : Optional.empty();
    }

    /** How the body is packed. */
    static ContentCoding coding(HttpServerRequest request) {
        List<String> headers = request.headers().getAll(HttpHeaders.CONTENT_ENCODING);
        return ContentCoding.of(String.join(",", headers)).orElseThrow(() -> {
            // RFC 9110, section 15.5.16: so the caller learns what would have been taken.
            request.response().putHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.NAMES);
            return CodingProblems.unknown();
        });
    }
}
