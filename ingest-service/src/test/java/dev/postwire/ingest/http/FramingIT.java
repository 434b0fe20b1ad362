package dev.postwire.ingest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two servers in a row would read in two ways: what hides in them is never answered, for the connection ends. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(60)
class FramingIT {
    private static final String CHUNKS = "5\r\nhello\r\n0\r\n\r\n";
    private static final String HIDDEN = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TestHTTPResource
    String base;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 4",
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity\r\nContent-Length: 15",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
                "Host: other.example\r\nTransfer-Encoding: chunked",
                "Content-Length: 15\r\nContent-Length: 4"
            })
    void whatCanBeReadInTwoWaysIsTheLastOfItsConnection(String headers) throws IOException {
        String answer = answer("1.1", "Host: localhost\r\n" + headers, CHUNKS + HIDDEN);

        assertTrue(answer.startsWith("HTTP/1.1 400 ") || answer.startsWith("HTTP/1.1 202 "), answer);
        assertEquals(1, answer.split("HTTP/1\\.[01] ", -1).length - 1, answer);
    }

    @Test
    void aChunkThatClaimsMoreThanANumberHoldsIsNoChunk() throws IOException {
        String answer = answer(
                "1.1", "Host: localhost\r\nTransfer-Encoding: chunked", "100000005\r\nhello\r\n0\r\n\r\n" + HIDDEN);

        assertFalse(answer.contains("HTTP/1.1 20"), answer);
    }

    @Test
    void chunksAreForAVersionThatHasThem() throws IOException {
        String answer =
                answer("1.0", "Host: localhost\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive", CHUNKS);

        assertTrue(answer.matches("(?s)HTTP/1.[01] 400 .*"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y", "Host: a b", "Host: localhost\r\nHost: localhost"})
    void aHostIsNamedOnceOrAProblemSaysSo(String headers) throws IOException {
        String answer = answer("1.1", headers + "\r\nContent-Length: 5", "hello");

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains("\"code\":\"bad-request\""), answer);
    }

    /** All that comes until the service ends the connection. */
    private String answer(String version, String headers, String body) throws IOException {
        URI uri = URI.create(base);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            String request =
                    "POST /v1/posts HTTP/" + version + "\r\nContent-Type: text/plain\r\n" + headers + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
