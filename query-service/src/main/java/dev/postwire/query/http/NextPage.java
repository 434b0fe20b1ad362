package dev.postwire.query.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The {@code Link} header of RFC 8288 that leads to the next page. */
final class NextPage {
    private NextPage() {}

    static Response.ResponseBuilder link(
            Response.ResponseBuilder answer, HttpServerRequest request, Optional<String> cursor) {
        cursor.ifPresent(next -> answer.header(HttpHeaders.LINK, "<" + url(request, next) + ">; rel=\"next\""));
        return answer;
    }

    /** The address of this call with another cursor, everything else letter for letter as it was asked. */
    private static String url(HttpServerRequest request, String cursor) {
        String query = request.query() == null ? "" : request.query();
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("cursor="))
                .map(part -> part + "&")
                .collect(Collectors.joining())
                // What no client should send unescaped, and what would end the address early.
                .replace(">", "%3E")
                .replace("<", "%3C");
        return request.scheme() + "://" + request.authority() + request.path() + "?" + kept + "cursor=" + cursor;
    }
}
