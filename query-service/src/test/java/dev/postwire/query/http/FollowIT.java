package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.post.Event;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** What those see who follow posts and do not ask for them. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class FollowIT extends OverHttp {
    @TestHTTPResource
    URI service;

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
                .header("Link", containsString("/v1/changes?wait=100ms&since=" + since + ">; rel=\"next\""))
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

    @Test
    void streamsAQueryAndResumesWhereItWasCutOff() throws Exception {
        String since = now();
        bus.enriched(bus.raw(id), Event.of(id).site(id + ".example").title("First"));
        String last;
        try (EventStream stream = new EventStream(service, "/v1/stream?site=" + id + ".example&since=" + since, "")) {
            EventStream.Event first = stream.next("post");
            assertEquals(id, first.json().get("id").textValue());
            assertEquals("First", first.json().get("title").textValue());
            assertFalse(first.json().has("html"));
            last = first.id();
            bus.enriched(bus.raw(id + "-other"), Event.of(id + "-other"));
            bus.enriched(bus.raw(id), Event.of(id).site(id + ".example").title("Live"));
            assertEquals("Live", stream.next("post").json().get("title").textValue());
        }
        bus.erased(bus.raw(id), id);
        given().get("/v1/changes?wait=30s&since=" + last).then().statusCode(200);

        try (EventStream stream = new EventStream(service, "/v1/stream?site=" + id + ".example", last)) {
            assertEquals(id, stream.next("erased").json().get("id").textValue());
        }
    }

    @Test
    void beginsAStreamNowWhereNoPlaceIsNamed() throws Exception {
        bus.enriched(bus.raw(id), Event.of(id).title("Before"));
        Service.awaitPost(id);

        try (EventStream stream = new EventStream(service, "/v1/stream", "")) {
            bus.enriched(bus.raw(id), Event.of(id).title("After"));

            assertEquals("After", stream.next("post").json().get("title").textValue());
        }
    }

    @Test
    void streamsPostsThatHaveTheWords() throws Exception {
        String since = now();
        String word = "w" + id.replaceAll("[^0-9a-f]", "");
        bus.enriched(
                bus.raw(id + "-before"), Event.of(id + "-before").language("en").text("Two ferries, " + word + "."));
        given().get("/v1/posts/" + id + "-before?wait=60s").then().statusCode(200);

        // Both ways: those who are already there when it comes, and those who have to look back.
        for (String from : List.of(since, now())) {
            try (EventStream stream = new EventStream(service, "/v1/stream?q=ferry+" + word, from)) {
                bus.enriched(
                        bus.raw(id + "-other"),
                        Event.of(id + "-other").language("en").text("A train, " + word + "."));
                bus.enriched(bus.raw(id), Event.of(id).language("en").text("A ferry, " + word + "."));
                String first = stream.next("post").json().get("id").textValue();
                assertEquals(from.equals(since) ? id + "-before" : id, first);
            }
        }
    }

    @Test
    void resumesAStreamFromFarBack() throws Exception {
        String since = now();
        int many = 450;
        RecordMetadata raw = bus.raw(id);
        for (int i = 0; i < many; i++) bus.enrichedSoon(raw, Event.of(id + "-" + i));
        given().get("/v1/posts/" + id + "-" + (many - 1) + "?wait=60s").then().statusCode(200);

        Set<String> seen = new HashSet<>();
        try (EventStream stream = new EventStream(service, "/v1/stream", since)) {
            while (seen.size() < many) {
                String each = stream.next("post").json().get("id").textValue();
                if (each.startsWith(id)) assertTrue(seen.add(each), "came twice: " + each);
            }
        }
    }

    @Test
    void refusesAStreamThatCannotBe() {
        given().get("/v1/stream?limit=3").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        given().get("/v1/stream?since=x").then().statusCode(400).body("code", equalTo("malformed-cursor"));
        given().header("Last-Event-ID", "0123456789ab-7")
                .get("/v1/stream")
                .then()
                .statusCode(410)
                .body("code", equalTo("cursor-expired"));
        for (String passedOver :
                List.of("fold=false", "recency=false", "highlight=true", "facets=tag", "sort=received")) {
            String name = passedOver.split("=")[0];
            given().get("/v1/stream?" + passedOver).then().statusCode(400).body("errors[0].field", equalTo(name));
        }
        given().head("/v1/stream?tag=x&since=y").then().statusCode(200);
        given().head("/v1/stream?sort=x").then().statusCode(400);
        given().head("/v1/stream").then().statusCode(200).contentType(containsString("text/event-stream"));
    }

    private static String now() {
        return given().get("/v1/changes?since=now")
                .then()
                .statusCode(200)
                .extract()
                .path("next");
    }
}
