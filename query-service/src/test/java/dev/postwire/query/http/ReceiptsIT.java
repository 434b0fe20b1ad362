package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.kafka.Bus;
import dev.postwire.query.post.Event;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** What became of a submission, and those who wait to hear it. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class ReceiptsIT extends OverHttp {
    @TestHTTPResource
    URI service;

    @Test
    void letsAPublisherReadItsOwnWrite() throws Exception {
        RecordMetadata raw = bus.raw(id);
        CompletableFuture<Response> reading = CompletableFuture.supplyAsync(
                () -> given().get("/v1/posts/" + id + "?wait=30s&receipt=" + Bus.receipt(raw)));
        await().pollDelay(Duration.ofMillis(300)).until(() -> !reading.isDone());

        bus.enriched(raw, Event.of(id).title("Just written"));

        reading.get(30, TimeUnit.SECONDS)
                .then()
                .statusCode(200)
                .body("title", equalTo("Just written"))
                .body("revision", equalTo(1));
        given().get("/v1/receipts/" + Bus.receipt(raw))
                .then()
                .statusCode(200)
                .header("Location", containsString("/v1/posts/" + id))
                .body("state", equalTo("stored"))
                .body("id", equalTo(id))
                .body("revision", equalTo(1))
                .body("location", equalTo("/v1/posts/" + id))
                .body("receivedAt", notNullValue())
                .body("storedAt", notNullValue());
    }

    @Test
    void waitsForAPostWithoutAReceipt() throws Exception {
        CompletableFuture<Response> reading =
                CompletableFuture.supplyAsync(() -> given().get("/v1/posts/" + id + "?wait=30s"));
        await().pollDelay(Duration.ofMillis(300)).until(() -> !reading.isDone());

        bus.enriched(bus.raw(id), Event.of(id));

        reading.get(30, TimeUnit.SECONDS).then().statusCode(200);
    }

    @Test
    void saysWhenTheWaitIsOver() throws Exception {
        RecordMetadata raw = bus.raw(id);
        String receipt = Bus.receipt(raw);

        given().get("/v1/receipts/" + receipt + "?wait=200ms")
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"));
        given().get("/v1/posts/" + id + "?wait=200ms&receipt=" + receipt)
                .then()
                .statusCode(404)
                .header("Retry-After", "1")
                .body("code", equalTo("post-unknown"));
        given().get("/v1/posts/" + id + "?wait=200ms").then().statusCode(404).body("code", equalTo("post-unknown"));
    }

    @Test
    void letsThousandsWaitAtOnce() throws Exception {
        int calls = 2_000;
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        RecordMetadata raw = bus.raw(id);
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            URI url = service.resolve("/v1/receipts/" + Bus.receipt(raw) + "?wait=60s");
            waiting.add(client.sendAsync(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString()));
        }
        given().get("/v1/posts?limit=1").then().statusCode(200);
        assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone), "whoever asks now is answered before them");

        bus.enriched(raw, Event.of(id));

        for (CompletableFuture<HttpResponse<String>> one : waiting) {
            HttpResponse<String> answer = one.get(60, TimeUnit.SECONDS);
            assertTrue(answer.body().contains("\"stored\""), answer.body());
        }
    }
}
