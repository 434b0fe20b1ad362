package dev.postwire.platform.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;

/**
 * Tells whether a call says in one way only whom it is for and where its body ends (RFC 9112, 3.2 and 6.1). What can be read in two
 * ways is read so by a proxy before us and by us, and a second request can hide in what one of the two takes for a body.
 */
final class Framing {
    private Framing() {}

    static boolean isSound(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.HOST).size() <= 1 && isBodySound(request);
    }

    private static boolean isBodySound(HttpServerRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.isEmpty()) return true;
        // Other codings than this one we do not undo: what they made of a body would be taken for the body.
        boolean chunked = codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked");
        return chunked
                && request.version() == HttpVersion.HTTP_1_1
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }
}
