package dev.postwire.platform.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** Lets pages of the named origins read, and nothing else: no writing, no cookies. By the Fetch standard. */
final class CrossOrigin {
    private static final String SEEN = "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy";
    private static final String SENT = "Authorization, Accept, Content-Type, If-None-Match, Last-Event-ID";
    private static final int NO_CONTENT = 204;

    private final Set<String> origins;

    CrossOrigin(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** Says on the answer what the page may see; true where the call only asked that, and is answered. */
    boolean settles(RoutingContext call) {
        if (origins.isEmpty()) return false;
        HttpServerRequest request = call.request();
        HttpServerResponse answer = call.response();
        // Last, for the service may set the header as well.
        call.addHeadersEndHandler(written -> answer.headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN));
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !origins.contains(origin)) return false;
        String asked = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        boolean preflight = asked != null && request.method().name().equals("OPTIONS");
        if (!Access.isReading(preflight ? asked : request.method().name(), call.normalizedPath())) return false;
        answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (!preflight) {
            answer.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, SEEN);
            return false;
        }
        answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
        answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT);
        answer.putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        answer.setStatusCode(NO_CONTENT).end();
        return true;
    }
}
