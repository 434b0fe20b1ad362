package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.postwire.query.kafka.Bus;
import dev.postwire.query.post.Event;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those see who follow posts and do not ask for them. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class FollowIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final String id = "post-" + UUID.randomUUID();
    private final Bus bus = new Bus();

    @BeforeEach
    void isReady() {
        await().atMost(SOON).untilAsserted(() -> given().get("/q/health").then().statusCode(200));
    }

    @AfterEach
    void closeBus() {
        bus.close();
    }

    @Test
    void keepsACopyInSyncThroughAnEditAndAnErasure() throws Exception {
        String since = now();
        bus.enriched(bus.raw(id), Event.of(id).title("First"));
        String first = given().get("/v1/changes?wait=30s&since=" + since)
                .then()
                .statusCode(200)
                .body("changes.id", hasItem(id))
                .body("changes[0].post.title", equalTo("First"))
                .body("changes[0].post", hasKey("html"))
                .extract()
                .path("next");

        bus.enriched(bus.raw(id), Event.of(id).title("Second"));
        String second = given().get("/v1/changes?wait=30s&content=summary&since=" + first)
                .then()
                .body("changes[0].post.revision", equalTo(2))
                .body("changes[0].post", not(hasKey("html")))
                .extract()
                .path("next");

        bus.erased(bus.raw(id), id);
        given().get("/v1/changes?wait=30s&content=ids&since=" + second)
                .then()
                .body("changes[0].id", equalTo(id))
                .body("changes[0].erased", equalTo(true))
                .body("changes[0]", not(hasKey("post")));
        given().get("/v1/changes?limit=1000&content=ids&since=" + since)
                .then()
                .body("changes.findAll { it.id == '" + id + "' }", hasSize(1));
    }

    @Test
    void answersAWaitThatIsOverWithNothingAndTheSameCursor() {
        String since = now();

        given().get("/v1/changes?wait=100ms&since=" + since)
                .then()
                .statusCode(200)
                .body("changes", hasSize(0))
                .body("next", equalTo(since));
    }

    @Test
    void waitsWithoutAskingAgainAndAgain() throws Exception {
        String since = now();
        CompletableFuture<Response> waiting =
                CompletableFuture.supplyAsync(() -> given().get("/v1/changes?wait=30s&since=" + since));
        await().pollDelay(Duration.ofMillis(300)).until(() -> !waiting.isDone());

        bus.enriched(bus.raw(id), Event.of(id));

        waiting.get(30, TimeUnit.SECONDS).then().statusCode(200).body("changes[0].id", equalTo(id));
    }

    @Test
    void saysWhatIsWrongWithACursor() {
        given().get("/v1/changes?since=x").then().statusCode(400).body("code", equalTo("malformed-cursor"));
        given().get("/v1/changes?content=all").then().statusCode(400).body("code", equalTo("malformed-parameter"));
        given().get("/v1/changes?since=0123456789ab-7")
                .then()
                .statusCode(410)
                .body("code", equalTo("cursor-expired"))
                .body("detail", containsString("Begin anew"));
    }

    private static String now() {
        return given().get("/v1/changes?since=now")
                .then()
                .statusCode(200)
                .extract()
                .path("next");
    }
}
