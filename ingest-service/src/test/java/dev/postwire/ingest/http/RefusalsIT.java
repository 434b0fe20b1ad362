package dev.postwire.ingest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.contracts.GoldenSample;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not taken gets its clear answer, leaves nothing on the topic, and the service goes on. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(60)
class RefusalsIT {
    private static final int TWO_MEBIBYTES = 2 * 1024 * 1024;

    @TestHTTPResource
    String base;

    private Api api;
    private long before;

    @BeforeEach
    void ready() {
        api = new Api(base);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get("/q/health/ready").statusCode() == 200);
        before = RawTopic.size();
    }

    @AfterEach
    void nothingWasWrittenAndTheServiceGoesOn() {
        assertEquals(before, RawTopic.size());
        assertEquals(202, api.post("/v1/posts", "text/plain", "still there").statusCode());
    }

    @Test
    void anEnvelopeCutInHalfSaysWhereItEnds() {
        String whole =
                new String(GoldenSample.named(RawTopic.NAME, "envelope").value().orElseThrow(), StandardCharsets.UTF_8);
        String half = whole.substring(0, whole.length() / 2);
        JsonNode problem = problem(api.post("/v1/posts", "application/json", half), 400, "malformed-envelope");
        assertEquals("ends in the middle", problem.at("/errors/0/message").asText());
        assertEquals(half.lines().count(), problem.at("/errors/0/line").asLong());
        assertEquals(
                half.length() - half.lastIndexOf('\n'),
                problem.at("/errors/0/column").asInt());
    }

    @Test
    void aBodyTooLargeIsRefusedByItsLength() {
        problem(api.post("/v1/posts", "text/plain", new byte[TWO_MEBIBYTES]), 413, "body-too-large");
        problem(api.post("/v1/posts", "text/plain", new byte[1024 * 1024 + 1]), 413, "body-too-large");
    }

    @Test
    void aBodyTooLargeIsRefusedWithoutItsLength() {
        var request = api.to("/v1/posts", "text/plain").POST(Api.chunked(new byte[TWO_MEBIBYTES]));
        problem(api.send(request.build()), 413, "body-too-large");
    }

    // By hand: the JDK's client waits for ever where the answer to its Expect is a refusal (JDK-8286171).
    @ParameterizedTest
    @CsvSource({"text/plain, 413", "image/png, 415"})
    void aCallerThatWaitsForOurGoAheadIsRefusedBeforeItSendsTheBody(String type, int status) throws IOException {
        String answer = raw("POST /v1/posts HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nExpect: 100-continue\r\nContent-Length: " + TWO_MEBIBYTES + "\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("connection: close"), answer);
    }

    @Test
    void otherMediaTypesAreRefused() {
        problem(api.post("/v1/posts", "image/png", new byte[] {1, 2, 3}), 415, "unsupported-media-type");
        problem(api.post("/v1/posts", "image/png", new byte[TWO_MEBIBYTES]), 415, "unsupported-media-type");
        problem(api.post("/v1/posts", "nonsense", "x"), 415, "unsupported-media-type");
        problem(
                api.send(api.to("/v1/posts", null)
                        .POST(BodyPublishers.ofString("x"))
                        .build()),
                415,
                "unsupported-media-type");
        problem(
                api.send(api.to("/v1/posts", "text/plain")
                        .header("Content-Encoding", "br")
                        .POST(BodyPublishers.ofString("x"))
                        .build()),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/markdown", "text/html", "text/plain", "application/json"})
    void anEmptyBodyIsRefused(String type) {
        problem(api.post("/v1/posts", type, ""), 400, "empty-body");
        problem(api.put("/v1/posts/mine", type, ""), 400, "empty-body");
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        JsonNode problem = problem(
                api.post(
                        "/v1/posts?url=nowhere&language=a_b&published=soon&title=a&title=b&tag=&titel=x",
                        "text/plain",
                        "x"),
                422,
                "invalid-field");
        assertEquals(
                Set.of("url", "language", "published", "title", "tag", "titel"),
                Set.copyOf(problem.get("errors").findValuesAsText("field")));
    }

    @Test
    void everyFieldOfAnEnvelopeThatIsWrongIsNamedByItsPointer() {
        JsonNode problem = problem(
                api.post("/v1/posts", "application/json", "{\"tags\":[1],\"authors\":[{}],\"x\":1}"),
                422,
                "invalid-field");
        assertEquals(
                new TreeSet<>(List.of("/tags/0", "/authors/0/name", "/x", "/content")),
                new TreeSet<>(problem.get("errors").findValuesAsText("field")));
    }

    @Test
    void anEnvelopeUnderAnotherIdIsRefused() {
        JsonNode problem = problem(
                api.put("/v1/posts/other", "application/json", "{\"id\":\"mine\",\"content\":\"x\"}"),
                422,
                "invalid-field");
        assertEquals("/id", problem.at("/errors/0/field").asText());
    }

    @Test
    void idsOfAnotherFormAreRefused() {
        problem(api.put("/v1/posts/a%20b", "text/plain", "x"), 400, "malformed-id");
        problem(api.put("/v1/posts/" + "a".repeat(129), "text/plain", "x"), 400, "malformed-id");
        problem(api.delete("/v1/posts/%C3%A4"), 400, "malformed-id");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/posts, 405, method-not-allowed",
        "GET, /v1/posts/mine, 405, method-not-allowed",
        "POST, /v1/posts/mine, 405, method-not-allowed",
        "PATCH, /v1/posts, 405, method-not-allowed",
        "GET, /v1/nothing, 404, not-found",
        "GET, /nothing, 404, not-found",
        "PUT, /v1/posts/a/b, 404, not-found"
    })
    void whatIsNotServedIsAProblemToo(String method, String path, int status, String code) {
        problem(
                api.send(api.to(path, "text/plain")
                        .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("x"))
                        .build()),
                status,
                code);
    }

    @Test
    void anAnswerNobodyAcceptsIsNotGiven() {
        problem(
                api.send(api.to("/v1/posts", "text/plain")
                        .header("Accept", "image/png")
                        .POST(BodyPublishers.ofString("x"))
                        .build()),
                406,
                "not-acceptable");
    }

    // Quarkus refuses an address that is none before anything of ours sees it, and gives no body.
    @Test
    void anAddressThatIsNoneIsRefused() throws IOException {
        String answer = raw("POST /v1/posts?title=%zz HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                + "Content-Length: 1\r\nConnection: close\r\n\r\nx");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/posts/%zz", "/v1/posts/a;b", "/v1/posts;a"})
    void anAddressThatIsOddIsRefusedAndNoFaultOfOurs(String path) throws IOException {
        String answer = raw("PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                + "Content-Length: 1\r\nConnection: close\r\n\r\nx");
        assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
    }

    @Test
    void aCallerThatGivesUpHalfWayLeavesNothing() throws IOException {
        URI uri = URI.create(base);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/posts HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                                    + "Content-Length: 1000\r\n\r\nhalf")
                            .getBytes(StandardCharsets.US_ASCII));
            await().atMost(Duration.ofSeconds(5)).until(() -> Metrics.of(api).inFlight() > 0);
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> Metrics.of(api).inFlight() == 0);
        Metrics after = Metrics.of(api);
        assertEquals(after.received(), after.sent() + after.discarded());
    }

    @ParameterizedTest
    @CsvSource({"text/plain, 413", "image/png, 415"})
    void theSameConnectionGoesOnAfterARefusal(String type, int status) throws IOException {
        byte[] large = new byte[TWO_MEBIBYTES];
        URI uri = URI.create(base);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/posts HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                            + large.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(large);
            out.write("GET /v1/nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answers.startsWith("HTTP/1.1 " + status + " "), answers);
            assertTrue(answers.contains("HTTP/1.1 404 "), answers);
        }
    }

    private String raw(String request) throws IOException {
        URI uri = URI.create(base);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort());
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("none").replaceAll(";.*", ""));
        JsonNode problem = Api.json(answer);
        assertEquals(code, problem.get("code").asText());
        assertEquals(status, problem.get("status").asInt());
        assertEquals(
                "https://postwire.dev/problems/" + code, problem.get("type").asText());
        assertFalse(problem.get("detail").asText().isBlank());
        assertFalse(answer.body().contains("Exception"), answer.body());
        return problem;
    }
}
