package dev.postwire.ingest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.contracts.GoldenSample;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is posted is on the topic, byte for byte, when the answer comes. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(120)
class PostsIT {
    /** What the sample of a keyed submission was sent under. */
    private static final String KEY = "order-2026-05-04/17";

    @TestHTTPResource
    String base;

    private Api api;

    @BeforeEach
    void ready() {
        api = new Api(base);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get("/q/health/ready").statusCode() == 200);
    }

    static Stream<GoldenSample> submissions() {
        return GoldenSample.all(RawTopic.NAME).stream()
                .filter(sample -> sample.value().isPresent());
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void writesTheRecordTheContractHas(GoldenSample sample) {
        Instant before = Instant.now().minusMillis(1);
        HttpResponse<String> answer = sample.name().equals("keyed")
                ? api.send(api.to("/v1/posts", contentType(sample))
                        .header("Idempotency-Key", KEY)
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                                sample.value().orElseThrow()))
                        .build())
                : sample.name().equals("by-key")
                        ? api.send(api.to("/v1/posts/" + sample.key(), contentType(sample))
                                .header("Idempotency-Key", "any")
                                .PUT(java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                                        sample.value().orElseThrow()))
                                .build())
                        : sample.name().equals("plain")
                                ? api.put("/v1/posts/" + sample.key(), contentType(sample), text(sample))
                                : api.post(
                                        "/v1/posts" + query(sample),
                                        contentType(sample),
                                        sample.value().orElseThrow());
        assertEquals(202, answer.statusCode(), answer.body());
        assertEquals(sample.key(), Api.json(answer).get("id").asText());
        ConsumerRecord<String, byte[]> record = RawTopic.at(Api.receipt(answer));
        assertEquals(List.of(), RawTopic.faults(record));
        assertEquals(sample.key(), record.key());
        assertArrayEquals(sample.value().orElseThrow(), record.value());
        for (GoldenSample.Header header : sample.headers()) {
            boolean own = Set.of("ce_id", "ce_time", "traceparent").contains(header.name())
                    && !(header.name().equals("ce_id") && sample.name().equals("keyed"));
            if (!own) assertTrue(RawTopic.headers(record, header.name()).contains(header.value()), header.name());
        }
        assertEquals(
                sample.headers().size(),
                record.headers().toArray().length,
                "headers beyond those of the sample: " + record.headers());
        Instant time = Instant.parse(RawTopic.headers(record, "ce_time").get(0));
        assertTrue(!time.isBefore(before) && !time.isAfter(Instant.now()), time.toString());
        UUID.fromString(RawTopic.headers(record, "ce_id").get(0));
    }

    @Test
    void bytesThatAreNoTextArriveUnchanged() {
        byte[] body = new byte[100_000];
        new Random(1).nextBytes(body);
        HttpResponse<String> answer = api.post("/v1/posts", "text/markdown", body);
        assertEquals(202, answer.statusCode());
        assertArrayEquals(body, RawTopic.at(Api.receipt(answer)).value());
    }

    @Test
    void aChunkedBodyArrivesUnchanged() {
        byte[] body = new byte[1024 * 1024];
        new Random(2).nextBytes(body);
        HttpResponse<String> answer = api.send(
                api.to("/v1/posts", "text/plain").POST(Api.chunked(body)).build());
        assertEquals(202, answer.statusCode(), answer.body());
        assertArrayEquals(body, RawTopic.at(Api.receipt(answer)).value());
    }

    @Test
    void aCallerThatWaitsForOurGoAheadGetsIt() {
        HttpResponse<String> answer = api.send(api.to("/v1/posts", "text/plain")
                .expectContinue(true)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("expected"))
                .build());
        assertEquals(202, answer.statusCode());
    }

    @Test
    void theAnswerPointsToThePostAtTheQueryService() {
        HttpResponse<String> answer = api.put("/v1/posts/mine", "text/markdown", "# Mine");
        String receipt = Api.receipt(answer);
        assertEquals(
                "http://127.0.0.1:8080/v1/posts/mine?receipt=" + receipt,
                answer.headers().firstValue("Location").orElseThrow());
        assertEquals(
                "application/json",
                answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", ""));
    }

    @Test
    void aRetryHasTheSameIdAndItsOwnReceipt() {
        HttpResponse<String> first = api.post("/v1/posts", "text/plain", "the same");
        HttpResponse<String> second = api.post("/v1/posts", "text/plain", "the same");
        assertEquals(Api.json(first).get("id"), Api.json(second).get("id"));
        assertNotEquals(Api.receipt(first), Api.receipt(second));
        assertEquals(Api.receipt(first).split("-")[0], Api.receipt(second).split("-")[0]);
    }

    @Test
    void eraseWritesATombstone() {
        HttpResponse<String> answer = api.delete("/v1/posts/letters-41");
        assertEquals(202, answer.statusCode());
        ConsumerRecord<String, byte[]> record = RawTopic.at(Api.receipt(answer));
        assertNull(record.value());
        assertEquals("letters-41", record.key());
        assertEquals(List.of(), RawTopic.faults(record));
        assertEquals(List.of("dev.postwire.post.erasure-requested.v1"), RawTopic.headers(record, "ce_type"));
        assertEquals(
                "http://127.0.0.1:8080/v1/receipts/" + Api.receipt(answer),
                answer.headers().firstValue("Location").orElseThrow());
        assertEquals(202, api.delete("/v1/posts/letters-41").statusCode());
    }

    @Test
    void theCallersTraceGoesOn() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        HttpResponse<String> answer = api.send(api.to("/v1/posts", "text/plain")
                .header("traceparent", trace)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("traced"))
                .build());
        List<String> published = RawTopic.headers(RawTopic.at(Api.receipt(answer)), "traceparent");
        assertEquals(1, published.size());
        // The trace is the caller's; which of its steps published is for us to say.
        assertEquals(trace.substring(0, 36), published.get(0).substring(0, 36));
    }

    @Test
    void manyAtOnceAreAllAcknowledgedOnce() {
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 200)
                .mapToObj(i -> api.postLater("/v1/posts", "text/plain", "post " + i))
                .toList();
        List<HttpResponse<String>> answers =
                calls.stream().map(CompletableFuture::join).toList();
        assertEquals(Set.of(202), answers.stream().map(HttpResponse::statusCode).collect(Collectors.toSet()));
        Set<String> receipts = new HashSet<>();
        answers.forEach(answer -> receipts.add(Api.receipt(answer)));
        assertEquals(200, receipts.size());
        int last = answers.size() - 1;
        assertArrayEquals(
                ("post " + last).getBytes(StandardCharsets.UTF_8),
                RawTopic.at(Api.receipt(answers.get(last))).value());
    }

    private static String contentType(GoldenSample sample) {
        return sample.header("content-type").orElseThrow();
    }

    private static String text(GoldenSample sample) {
        return new String(sample.value().orElseThrow(), StandardCharsets.UTF_8);
    }

    /** What the sample's headers say, as a caller says it. */
    private static String query(GoldenSample sample) {
        return sample.headers().stream()
                .filter(header -> header.name().startsWith("postwire-"))
                .map(header -> header.name().substring("postwire-".length()) + "="
                        + URLEncoder.encode(header.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
