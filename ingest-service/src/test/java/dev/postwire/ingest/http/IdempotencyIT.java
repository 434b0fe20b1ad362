package dev.postwire.ingest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A submission sent again under its key is the same event, of which the enricher makes one. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(60)
class IdempotencyIT {
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
    void aRetryUnderTheSameKeyIsTheSameEventOfTheSamePost() {
        ConsumerRecord<String, byte[]> first = record(post("/v1/posts", "text/plain", "retry-1", "a"));
        ConsumerRecord<String, byte[]> again = record(post("/v1/posts", "text/plain", "\"retry-1\"", "a"));
        ConsumerRecord<String, byte[]> reused = record(post("/v1/posts", "text/plain", "retry-1", "b"));
        assertEquals(RawTopic.headers(first, "ce_id"), RawTopic.headers(again, "ce_id"));
        assertEquals(RawTopic.headers(first, "ce_id"), RawTopic.headers(reused, "ce_id"));
        assertEquals(first.key(), reused.key());
        assertEquals(first.partition(), reused.partition());
        assertEquals(List.of("key"), RawTopic.headers(first, "postwire-idempotency"));
        assertEquals(List.of(), RawTopic.faults(first));
        assertNotEquals(
                RawTopic.headers(first, "ce_id"),
                RawTopic.headers(record(post("/v1/posts", "text/plain", "retry-2", "a")), "ce_id"));
    }

    @Test
    void anErasureHasAKeyToo() {
        HttpResponse<String> answer = api.send(api.to("/v1/posts/letters-42", null)
                .header("Idempotency-Key", "erase-1")
                .DELETE()
                .build());
        ConsumerRecord<String, byte[]> record = record(answer);
        assertEquals(List.of("key"), RawTopic.headers(record, "postwire-idempotency"));
        assertEquals(List.of(), RawTopic.faults(record));
    }

    @Test
    void linesOfABatchAreNamedByTheKeyAndTheirNumber() {
        String batch = "{\"content\":\"one\"}\n{\"content\":\"one\"}\n{\"content\":\"one\",\"idempotencyKey\":\"own\"}";
        List<String> first = events(batch);
        assertEquals(first, events(batch));
        assertEquals(3, first.stream().distinct().count());
    }

    @Test
    void aKeyOfAnotherFormIsRefused() {
        HttpResponse<String> answer = post("/v1/posts", "text/plain", "a b", "x");
        assertEquals(400, answer.statusCode());
        assertEquals("malformed-idempotency-key", Api.json(answer).get("code").asText());
        assertEquals(
                400, post("/v1/posts/batch", "application/x-ndjson", "", "x").statusCode());
        assertEquals(
                400,
                api.send(api.to("/v1/posts", "text/plain")
                                .header("Idempotency-Key", "a")
                                .header("Idempotency-Key", "b")
                                .POST(BodyPublishers.ofString("x"))
                                .build())
                        .statusCode());
    }

    private List<String> events(String batch) {
        return post("/v1/posts/batch", "application/x-ndjson", "batch-1", batch)
                .body()
                .lines()
                .map(line -> line.replaceAll(".*\"receipt\":\"([^\"]*)\".*", "$1"))
                .map(receipt -> RawTopic.headers(RawTopic.at(receipt), "ce_id").get(0))
                .toList();
    }

    private static ConsumerRecord<String, byte[]> record(HttpResponse<String> answer) {
        assertEquals(202, answer.statusCode(), answer.body());
        return RawTopic.at(Api.receipt(answer));
    }

    private HttpResponse<String> post(String path, String type, String key, String body) {
        return api.send(api.to(path, type)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
