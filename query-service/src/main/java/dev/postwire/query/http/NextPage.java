package dev.postwire.query.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The {@code Link} header of RFC 8288 that leads to the next page. */
final class NextPage {
    private NextPage() {}

    static Response.ResponseBuilder link(
            Response.ResponseBuilder answer, HttpServerRequest request, Optional<String> cursor) {
        cursor.ifPresent(
                next -> answer.header(HttpHeaders.LINK, "<" + Address.at(request, cursor) + ">; rel=\"next\""));
        return answer;
    }
}
