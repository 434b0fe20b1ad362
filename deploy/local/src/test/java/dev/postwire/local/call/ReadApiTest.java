package dev.postwire.local.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadApiTest {
    private HttpServer server;
    private int status = 200;
    private String body = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            String answer = body.isEmpty()
                    ? call.getRequestURI().getRawQuery() + " "
                            + call.getRequestHeaders().getFirst("Authorization")
                    : body;
            call.sendResponseHeaders(status, answer.getBytes(UTF_8).length);
            call.getResponseBody().write(answer.getBytes(UTF_8));
            call.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String get(Map<String, List<String>> parameters) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Services services = new Services(address, address, Optional.of("pw_x"));
        return new String(new ReadApi(services).get("/v1/posts", parameters, "application/json"), UTF_8);
    }

    private String refusal(int answered, String problem) {
        status = answered;
        body = problem;
        return assertThrows(PartFailure.class, () -> get(Map.of())).getMessage();
    }

    @Test
    void sendsParametersAndTheKey() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("q", List.of("tea & cake"));
        parameters.put("tag", List.of("a", "b"));

        assertEquals("q=tea+%26+cake&tag=a&tag=b Bearer pw_x", get(parameters));
    }

    @Test
    void tellsWhatStandsInTheWayInOneLine() {
        assertEquals("the service asks for a key: give one with --key, or in POSTWIRE_KEY", refusal(401, "{}"));
        assertEquals(
                "post-unknown: There is no post.",
                refusal(404, "{\"code\":\"post-unknown\",\"detail\":\"There is no post.\"}"));
        assertEquals(
                "malformed-parameter: A parameter cannot be read. limit must be from 1 to 100.",
                refusal(
                        400,
                        "{\"code\":\"malformed-parameter\",\"detail\":\"A parameter cannot be read.\",\"errors\":[{\"field\":\"limit\","
                                + "\"message\":\"must be from 1 to 100\"}]}"));
        assertEquals(
                "malformed-parameter: Give a number. (limit)",
                refusal(
                        400,
                        "{\"code\":\"malformed-parameter\",\"detail\":\"Give a number.\",\"errors\":[{\"field\":\"limit\","
                                + "\"message\":\"Give a number.\"}]}"));
        assertEquals("the service answers 502", refusal(502, "<html>bad gateway"));
    }

    @Test
    void tellsThatNobodyAnswers() {
        server.stop(0);

        String message = assertThrows(PartFailure.class, () -> get(Map.of())).getMessage();

        assertTrue(message.startsWith("nothing answers at http://127.0.0.1:"), message);
    }
}
