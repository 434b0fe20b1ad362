package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.postwire.query.kafka.Bus;
import dev.postwire.query.post.Event;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** Dead letters, as operators and those who posted them see them. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class RejectionsIT extends OverHttp {
    @Test
    void tellsARejectionByItsReason() throws Exception {
        RecordMetadata raw = bus.raw(id);
        bus.rejected(raw, id, "not-text", "no text at all");

        given().get("/v1/receipts/" + Bus.receipt(raw) + "?wait=30s")
                .then()
                .statusCode(200)
                .body("state", equalTo("rejected"))
                .body("reason", equalTo("not-text"))
                .body("detail", equalTo("no text at all"))
                .body("$", not(hasKey("location")));
        given().get("/v1/posts/" + id + "?receipt=" + Bus.receipt(raw))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("post-unknown"))
                .body("errors[0].message", equalTo("not-text: no text at all"));
        await().atMost(Service.SOON).untilAsserted(() -> given().get("/v1/rejections?reason=not-text")
                .then()
                .statusCode(200)
                .body("rejections.id", hasItem(id))
                .body("rejections[0].bytes", equalTo(3))
                .body("rejections[0].attempt", equalTo(1)));
    }

    @Test
    void tellsTheHistoryOfARejectionAndTakesRequestsToRedriveIt() throws Exception {
        RecordMetadata raw = bus.raw(id);
        bus.rejected(raw, id, "not-text", "no text at all");
        await().atMost(Service.SOON).untilAsserted(() -> given().get("/v1/rejections?id=" + id)
                .then()
                .body("rejections.state", equalTo(List.of("rejected"))));
        int number = given().get("/v1/rejections?id=" + id).path("rejections[0].number");

        given().post("/v1/rejections/" + number + "/redrive")
                .then()
                .statusCode(202)
                .header("Location", containsString("/v1/receipts/" + Bus.receipt(raw)))
                .body("receipt", equalTo(Bus.receipt(raw)));
        bus.rejected(raw, id, "no-content", "nothing in it", 2);

        await().atMost(Service.SOON).untilAsserted(() -> given().get("/v1/rejections/" + number)
                .then()
                .statusCode(200)
                .body("rejection.state", equalTo("retried"))
                .body("attempts.attempt", equalTo(List.of(1, 2)))
                .body("attempts.reason", equalTo(List.of("not-text", "no-content"))));
        bus.enriched(raw, Event.of(id));
        given().get("/v1/receipts/" + Bus.receipt(raw) + "?wait=30s").then().statusCode(200);
        await().atMost(Service.SOON).untilAsserted(() -> given().get("/v1/rejections?id=" + id)
                .then()
                .body("rejections.state", equalTo(List.of("redriven", "redriven"))));
        given().get("/v1/receipts/" + Bus.receipt(raw)).then().body("state", equalTo("stored"));
    }

    @Test
    void refusesToRedriveWhatTryingAgainCannotChange() throws Exception {
        bus.rejected(bus.raw(id), id, "idempotency-key-reused", "the key was used before");
        await().atMost(Service.SOON).untilAsserted(() -> given().get("/v1/rejections?id=" + id)
                .then()
                .body("rejections.state", equalTo(List.of("rejected"))));
        int number = given().get("/v1/rejections?id=" + id).path("rejections[0].number");

        given().post("/v1/rejections/" + number + "/redrive")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-redrivable"));
        for (String none : List.of("0", "x", "999999999")) {
            given().get("/v1/rejections/" + none).then().statusCode(404).body("code", equalTo("rejection-unknown"));
        }
    }
}
