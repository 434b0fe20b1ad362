package dev.postwire.platform.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Lets pages of the named origins read, and those of some also post and see how the service is. Nothing else: no erasing, no operating,
 * no cookies. By the Fetch standard.
 */
final class CrossOrigin {
    private static final String SEEN = "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy";
    private static final String SENT =
            "Authorization, Accept, Content-Type, If-None-Match, Last-Event-ID, Idempotency-Key";
    private static final int NO_CONTENT = 204;

    private final Set<String> reading;
    private final Set<String> writing;

    CrossOrigin(Set<String> reading, Set<String> writing) {
        this.reading = Set.copyOf(reading);
        this.writing = Set.copyOf(writing);
    }

    /** Says on the answer what the page may see; true where the call only asked that, and is answered. */
    boolean settles(RoutingContext call) {
        if (reading.isEmpty() && writing.isEmpty()) return false;
        HttpServerRequest request = call.request();
        HttpServerResponse answer = call.response();
        // Last, for the service may set the header as well.
        call.addHeadersEndHandler(written -> answer.headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN));
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) return false;
        String asked = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        boolean preflight = asked != null && request.method().name().equals("OPTIONS");
        String method = preflight ? asked : request.method().name();
        if (!allows(origin, method, call.normalizedPath())) return false;
        answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (!preflight) {
            answer.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, SEEN);
            return false;
        }
        answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, method.equals("POST") ? "POST" : "GET, HEAD");
        answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT);
        answer.putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        answer.setStatusCode(NO_CONTENT).end();
        return true;
    }

    boolean allows(String origin, String method, String path) {
        boolean writes = writing.contains(origin);
        if ((writes || reading.contains(origin)) && Access.isReading(method, path)) return true;
        return writes && (Access.isPosting(method, path) || Access.isHealth(method, path));
    }
}
