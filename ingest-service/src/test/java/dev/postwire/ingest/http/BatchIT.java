package dev.postwire.ingest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many posts in one call: a verdict for each, in their order, while more are still to come. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(60)
class BatchIT {
    private static final String PATH = "/v1/posts/batch";
    private static final String TYPE = "application/x-ndjson";
    private static final JsonMapper JSON = new JsonMapper();

    @TestHTTPResource
    String base;

    private Api api;

    @BeforeEach
    void ready() {
        api = new Api(base);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void everyLineIsARecordOfItsOwnByteForByte() throws IOException {
        String first = "{\"id\":\"batch-a\",\"content\":\"one \\u00e9\"}";
        String second = " {\"content\" :\"zwei ü\"}\t";
        List<JsonNode> verdicts = verdicts(api.post(PATH, TYPE, first + "\r\n" + second));
        assertEquals(2, verdicts.size());
        ConsumerRecord<String, byte[]> record =
                RawTopic.at(verdicts.get(0).get("receipt").asText());
        assertEquals("batch-a", record.key());
        assertArrayEquals(first.getBytes(StandardCharsets.UTF_8), record.value());
        assertEquals(List.of(), RawTopic.faults(record));
        record = RawTopic.at(verdicts.get(1).get("receipt").asText());
        assertArrayEquals(second.getBytes(StandardCharsets.UTF_8), record.value());
        assertEquals(
                Api.json(api.post("/v1/posts", "application/json", second)).get("id"),
                verdicts.get(1).get("id"));
    }

    @Test
    void aBadLineHasItsVerdictAndSpoilsNoOther() throws IOException {
        byte[] head = ("{\"content\":\"good\"}\n{\"content\":\n\n{\"tags\":1}\n[]\n{\"content\":\""
                        + "x".repeat(1 << 20) + "\"}\n{\"content\":\"")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\"}\n{\"content\":\"good\"}".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + 1 + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        body[head.length] = (byte) 0xff;
        System.arraycopy(tail, 0, body, head.length + 1, tail.length);
        List<JsonNode> verdicts = verdicts(api.post(PATH, TYPE, body));
        assertEquals(
                List.of("1 202", "2 400", "4 422", "5 400", "6 413", "7 400", "8 202"),
                verdicts.stream()
                        .map(verdict -> verdict.get("line") + " " + verdict.get("status"))
                        .toList());
        assertEquals("malformed-envelope", verdicts.get(1).at("/problem/code").asText());
        assertEquals("/tags", verdicts.get(2).at("/problem/errors/0/field").asText());
        assertEquals("body-too-large", verdicts.get(4).at("/problem/code").asText());
        assertEquals(
                "is not UTF-8 from here on",
                verdicts.get(5).at("/problem/errors/0/message").asText());
        for (JsonNode verdict : verdicts) {
            assertEquals(verdict.get("status").asInt() == 202, verdict.has("receipt"));
            assertEquals(verdict.get("status").asInt() != 202, verdict.has("problem"));
        }
    }

    @Test
    void aVerdictComesBeforeTheNextLineIsSent() throws IOException {
        try (Socket socket = begin()) {
            BufferedReader in = reader(socket);
            for (int line = 1; line <= 3; line++) {
                chunk(socket, "{\"content\":\"line " + line + "\"}\n");
                assertTrue(nextVerdict(in).startsWith("{\"line\":" + line + ",\"status\":202,"));
            }
            chunk(socket, "{\"content\":\"the last, without an end\"}");
            end(socket);
            assertTrue(nextVerdict(in).startsWith("{\"line\":4,\"status\":202,"));
            assertEquals("0", nextSize(in));
        }
    }

    @Test
    void verdictsOfThousandsComeInTheirOrder() throws IOException {
        String lines = IntStream.rangeClosed(1, 5000)
                .mapToObj(i -> i % 10 == 0 ? "{" : "{\"id\":\"many-" + i + "\",\"content\":\"" + i + "\"}")
                .collect(Collectors.joining("\n"));
        Metrics before = Metrics.of(api);
        List<JsonNode> verdicts = verdicts(api.post(PATH, TYPE, lines));
        assertEquals(5000, verdicts.size());
        for (int i = 1; i <= 5000; i++) {
            JsonNode verdict = verdicts.get(i - 1);
            assertEquals(i, verdict.get("line").asInt());
            assertEquals(i % 10 == 0 ? 400 : 202, verdict.get("status").asInt());
            if (i % 10 != 0) assertEquals("many-" + i, verdict.get("id").asText());
        }
        Metrics after = Metrics.of(api);
        assertEquals(before.received() + 5000, after.received());
        assertEquals(before.sent() + 4500, after.sent());
        assertEquals(before.discarded() + 500, after.discarded());
        assertEquals(0, after.inFlight());
    }

    @Test
    void linesOfOneIdKeepTheirOrder() throws IOException {
        String lines = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"id\":\"same\",\"content\":\"" + i + "\"}")
                .collect(Collectors.joining("\n"));
        long last = -1;
        for (JsonNode verdict : verdicts(api.post(PATH, TYPE, lines))) {
            long offset = Long.parseLong(verdict.get("receipt").asText().split("-")[1]);
            assertTrue(offset > last, offset + " after " + last);
            last = offset;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \r\n\n"})
    void aBatchOfNothingHasNoVerdicts(String body) {
        HttpResponse<String> answer = api.post(PATH, TYPE, body);
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void linesAreReadAsTheyComeWithoutALength() throws IOException {
        byte[] body = "{\"content\":\"a\"}\n{\"content\":\"b\"}\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                2,
                verdicts(api.send(api.to(PATH, TYPE).POST(Api.chunked(body)).build()))
                        .size());
    }

    @Test
    void aCallerWhoBreaksOffLeavesTheLinesThatWereWholeAndNoRoomTaken() throws IOException {
        long before = RawTopic.size();
        try (Socket socket = begin()) {
            chunk(socket, "{\"content\":\"whole\"}\n{\"content\":\"whole too\"}\n{\"content\":\"cut\"}");
            assertTrue(nextVerdict(reader(socket)).startsWith("{\"line\":1,"));
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> Metrics.of(api).inFlight() == 0);
        assertEquals(before + 2, RawTopic.size());
    }

    @Test
    void whatIsNoBatchIsRefused() {
        problem(api.post(PATH, "application/json", "{}"), 415, "unsupported-media-type");
        problem(api.post(PATH, TYPE + "; charset=utf-16", "{}"), 415, "unsupported-media-type");
        problem(api.post(PATH + "?title=x", TYPE, "{}"), 422, "invalid-field");
        assertEquals(200, api.post(PATH, TYPE + "; charset=UTF-8", "").statusCode());
        assertEquals(200, api.post(PATH, "application/jsonl", "").statusCode());
        HttpResponse<String> get = api.get(PATH);
        problem(get, 405, "method-not-allowed");
    }

    @Test
    void aPostMayBeCalledBatch() {
        assertEquals(
                "batch", Api.json(api.put(PATH, "text/plain", "x")).get("id").asText());
    }

    @Test
    void theConnectionGoesOnAfterABatch() {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = api.send(api.to(PATH, TYPE)
                    .POST(BodyPublishers.ofString("{\"content\":\"again\"}\n"))
                    .build());
            assertEquals(TYPE, answer.headers().firstValue("Content-Type").orElseThrow());
            assertNull(answer.headers().firstValue("Connection").orElse(null));
        }
    }

    private static void problem(HttpResponse<String> answer, int status, String code) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, Api.json(answer).get("code").asText());
    }

    private static List<JsonNode> verdicts(HttpResponse<String> answer) throws IOException {
        assertEquals(200, answer.statusCode(), answer.body());
        List<JsonNode> verdicts = new ArrayList<>();
        for (String line : answer.body().split("\n")) verdicts.add(JSON.readTree(line));
        return verdicts;
    }

    private Socket begin() throws IOException {
        URI uri = URI.create(base);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + TYPE
                                + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void chunk(Socket socket, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void end(Socket socket) throws IOException {
        socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static String nextVerdict(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith("{")) line = in.readLine();
        return String.valueOf(line);
    }

    private static String nextSize(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.isEmpty()) line = in.readLine();
        return String.valueOf(line);
    }
}
