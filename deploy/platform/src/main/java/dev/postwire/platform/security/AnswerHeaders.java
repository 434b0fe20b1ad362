package dev.postwire.platform.security;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** What every answer says to browsers; an answer that says the same itself is left as it is. */
final class AnswerHeaders {
    private static final String POLICY = "Content-Security-Policy";

    /** A post in HTML may show images and our own style, and run, load, embed or send nothing. */
    private static final String INERT = "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The page that describes the calls writes its scripts and styles into itself. */
    private static final String DESCRIPTION = "default-src 'self'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private AnswerHeaders() {}

    static void put(RoutingContext call) {
        boolean description = call.normalizedPath().startsWith("/q/");
        call.addHeadersEndHandler(written -> complete(call.response().headers(), description));
    }

    private static void complete(MultiMap headers, boolean description) {
        if (!headers.contains("X-Content-Type-Options")) headers.set("X-Content-Type-Options", "nosniff");
        if (!headers.contains("Referrer-Policy")) headers.set("Referrer-Policy", "no-referrer");
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("text/html") || headers.contains(POLICY)) return;
        headers.set(POLICY, description ? DESCRIPTION : INERT);
    }
}
