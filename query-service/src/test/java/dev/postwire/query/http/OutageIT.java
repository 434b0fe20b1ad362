package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.postwire.query.kafka.Bus;
import dev.postwire.query.post.Event;
import dev.postwire.testing.Broker;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.Database;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without its database or its broker the service says what it knows, soon, and it comes back by itself. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class OutageIT extends OverHttp {
    @AfterEach
    void startAgain() {
        Broker.shared().start();
        Database.shared().start();
    }

    @Test
    void answers503WhileTheDatabaseIsAwayAndComesBack() throws Exception {
        bus.enriched(bus.raw(id), Event.of(id));
        Service.awaitPost(id);
        Database.shared().kill();

        for (String url : List.of("/v1/posts/" + id, "/v1/posts?limit=5", "/v1/rejections", "/v1/receipts/0-0")) {
            given().get(url)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("database-unavailable"))
                    .time(lessThan(8_000L));
        }
        // What needs only the index goes on, also once its follower has failed.
        await().during(Duration.ofSeconds(2)).atMost(Service.SOON).untilAsserted(() -> {
            for (String url : List.of("/v1/timeline", "/v1/tags"))
                given().get(url).then().statusCode(200);
        });
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);

        Database.shared().start();
        await().atMost(Service.SOON)
                .untilAsserted(() -> given().get("/v1/posts/" + id).then().statusCode(200));
        RecordMetadata later = bus.raw(id);
        bus.enriched(later, Event.of(id).title("After"));
        given().get("/v1/posts/" + id + "?wait=60s&receipt=" + Bus.receipt(later))
                .then()
                .statusCode(200)
                .body("title", equalTo("After"));
    }

    @Test
    void tellsWhatItKnowsWhileTheBrokerIsAway() throws Exception {
        RecordMetadata raw = bus.raw(id);
        bus.enriched(raw, Event.of(id));
        Service.awaitPost(id);
        Broker.shared().kill();

        given().get("/v1/posts/" + id).then().statusCode(200);
        given().get("/v1/receipts/" + Bus.receipt(raw) + "?wait=1s")
                .then()
                .statusCode(200)
                .body("state", equalTo("stored"));
        given().get("/v1/receipts/0-999999").then().statusCode(503).body("code", equalTo("broker-unavailable"));
        // The broker is not waited for beyond the time the caller gave.
        given().get("/v1/receipts/0-999999?wait=1s")
                .then()
                .statusCode(503)
                .body("code", equalTo("broker-unavailable"))
                .time(lessThan(3_000L));
        given().get("/v1/posts/" + id + "?wait=1s&receipt=0-999999").then().time(lessThan(3_000L));
        given().get("/q/health/ready").then().statusCode(503).time(lessThan(8_000L));
        given().get("/q/health/live").then().statusCode(200);
    }
}
