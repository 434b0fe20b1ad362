package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.contracts.GoldenSample;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.query.kafka.Bus;
import dev.postwire.query.post.Event;
import dev.postwire.testing.Broker;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.Database;
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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real broker and a real database, as its readers see it. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class QueryIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final String id = "post-" + UUID.randomUUID();
    private final Bus bus = new Bus();

    @TestHTTPResource
    URI service;

    @BeforeEach
    void isReady() {
        await().atMost(SOON).untilAsserted(() -> given().get("/q/health").then().statusCode(200));
    }

    @AfterEach
    void closeBus() {
        bus.close();
        Broker.shared().start();
        Database.shared().start();
    }

    @Test
    void givesThePostAsItCameWithItsRevision() throws Exception {
        GoldenSample full = GoldenSample.named("posts.enriched.v1", "full");
        ObjectNode event = (ObjectNode) new ObjectMapper().readTree(full.value().orElseThrow());
        RecordMetadata raw = bus.raw(id);
        event.put("id", id).put("later", "kept");
        bus.send(Bus.record(Topic.ENRICHED, raw, id, event.toString().getBytes("UTF-8"), "t"));
        awaitPost();

        String body =
                given().get("/v1/posts/" + id).then().statusCode(200).extract().asString();

        ObjectNode answer = (ObjectNode) new ObjectMapper().readTree(body);
        assertEquals(1, answer.remove("revision").intValue());
        assertTrue(answer.remove("storedAt").textValue().endsWith("Z"));
        assertEquals(event, answer);
    }

    @Test
    void letsAPublisherReadItsOwnWrite() throws Exception {
        RecordMetadata raw = bus.raw(id);
        CompletableFuture<Response> reading = CompletableFuture.supplyAsync(
                () -> given().get("/v1/posts/" + id + "?wait=30s&receipt=" + receipt(raw)));
        await().pollDelay(Duration.ofMillis(300)).until(() -> !reading.isDone());

        bus.enriched(raw, Event.of(id).title("Just written"));

        reading.get(30, TimeUnit.SECONDS)
                .then()
                .statusCode(200)
                .body("title", equalTo("Just written"))
                .body("revision", equalTo(1));
        given().get("/v1/receipts/" + receipt(raw))
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
        String receipt = receipt(raw);

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
    void tellsARejectionByItsReason() throws Exception {
        RecordMetadata raw = bus.raw(id);
        bus.rejected(raw, id, "not-text", "no text at all");

        given().get("/v1/receipts/" + receipt(raw) + "?wait=30s")
                .then()
                .statusCode(200)
                .body("state", equalTo("rejected"))
                .body("reason", equalTo("not-text"))
                .body("detail", equalTo("no text at all"))
                .body("$", not(hasKey("location")));
        given().get("/v1/posts/" + id + "?receipt=" + receipt(raw))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("post-unknown"))
                .body("errors[0].message", equalTo("not-text: no text at all"));
        await().atMost(SOON).untilAsserted(() -> given().get("/v1/rejections?reason=not-text")
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
        await().atMost(SOON).untilAsserted(() -> given().get("/v1/rejections?id=" + id)
                .then()
                .body("rejections.state", equalTo(List.of("rejected"))));
        int number = given().get("/v1/rejections?id=" + id).path("rejections[0].number");

        given().post("/v1/rejections/" + number + "/redrive")
                .then()
                .statusCode(202)
                .header("Location", containsString("/v1/receipts/" + receipt(raw)))
                .body("receipt", equalTo(receipt(raw)));
        bus.rejected(raw, id, "no-content", "nothing in it", 2);

        await().atMost(SOON).untilAsserted(() -> given().get("/v1/rejections/" + number)
                .then()
                .statusCode(200)
                .body("rejection.state", equalTo("retried"))
                .body("attempts.attempt", equalTo(List.of(1, 2)))
                .body("attempts.reason", equalTo(List.of("not-text", "no-content"))));
        bus.enriched(raw, Event.of(id));
        given().get("/v1/receipts/" + receipt(raw) + "?wait=30s").then().statusCode(200);
        await().atMost(SOON).untilAsserted(() -> given().get("/v1/rejections?id=" + id)
                .then()
                .body("rejections.state", equalTo(List.of("redriven", "redriven"))));
        given().get("/v1/receipts/" + receipt(raw)).then().body("state", equalTo("stored"));
    }

    @Test
    void refusesToRedriveWhatTryingAgainCannotChange() throws Exception {
        bus.rejected(bus.raw(id), id, "idempotency-key-reused", "the key was used before");
        await().atMost(SOON).untilAsserted(() -> given().get("/v1/rejections?id=" + id)
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

    @Test
    void erasesAPost() throws Exception {
        RecordMetadata first = bus.raw(id);
        bus.enriched(first, Event.of(id));
        awaitPost();
        RecordMetadata erasure = bus.raw(id);
        bus.erased(erasure, id);

        given().get("/v1/receipts/" + receipt(erasure) + "?wait=30s")
                .then()
                .statusCode(200)
                .body("state", equalTo("erased"));
        given().get("/v1/posts/" + id).then().statusCode(404);
        given().get("/v1/receipts/" + receipt(first) + "?wait=30s&searchable=true")
                .then()
                .body("state", equalTo("erased"))
                .body("searchable", equalTo(false));
        given().get("/v1/posts/" + id + "?receipt=" + receipt(first))
                .then()
                .statusCode(404)
                .body("detail", containsString("erased"));
    }

    @Test
    void answers304WhereTheReaderHasTheRevision() throws Exception {
        bus.enriched(bus.raw(id), Event.of(id));
        awaitPost();
        String tag = given().get("/v1/posts/" + id).header("ETag");

        given().header("If-None-Match", "\"x\", " + tag)
                .get("/v1/posts/" + id)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Vary", equalTo("Accept"));

        RecordMetadata next = bus.raw(id);
        bus.enriched(next, Event.of(id).title("New"));
        given().header("If-None-Match", tag)
                .get("/v1/posts/" + id + "?wait=30s&receipt=" + receipt(next))
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("revision", equalTo(2));
    }

    @Test
    void leadsThroughPagesByNextAndByLink() throws Exception {
        String site = id + ".example";
        for (int i = 0; i < 5; i++) {
            bus.enriched(
                    bus.raw(id + i),
                    Event.of(id + i).site(site).text("sprints " + i).tag("tag-" + id, "Tag"));
        }
        String url = "/v1/posts?q=sprints&limit=2&site=" + site;
        await().atMost(SOON).untilAsserted(() -> given().get(url).then().body("total", equalTo(5)));

        List<String> seen = new ArrayList<>();
        String next = url;
        while (next != null) {
            Response page = given().urlEncodingEnabled(false).get(next);
            page.then()
                    .statusCode(200)
                    .body("total", equalTo(5))
                    .body("posts[0]", not(hasKey("text")))
                    .body("posts[0].revision", equalTo(1));
            seen.addAll(page.jsonPath().getList("posts.id"));
            String link = page.header("Link");
            assertEquals(link != null, page.jsonPath().getString("next") != null);
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertEquals(5, seen.stream().distinct().count());
        assertEquals(5, seen.size());
        String cursor = given().get(url).jsonPath().getString("next");
        given().get("/v1/posts?q=other&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-cursor"));
        given().get("/v1/tags?prefix=tag-" + id)
                .then()
                .statusCode(200)
                .body("tags[0].slug", equalTo("tag-" + id))
                .body("tags[0].label", equalTo("Tag"))
                .body("tags[0].posts", equalTo(5));
        given().get("/v1/posts?tag=tag-" + id + "&sort=received")
                .then()
                .body("posts", org.hamcrest.Matchers.hasSize(5));
    }

    @Test
    void findsAndCountsWhatItWasToldToWaitFor() throws Exception {
        String site = id + ".example";
        Event event = Event.of(id)
                .language("en")
                .site(site)
                .title("Night <ferry>")
                .text("A ferry by night, and a train by day.");
        RecordMetadata raw = bus.raw(id);
        bus.enriched(raw, event.tag("a-" + id, "A").tag("b-" + id, "B").published("2014-05-25T10:00:00Z"));
        given().get("/v1/receipts/" + receipt(raw) + "?wait=30s&searchable=true")
                .then()
                .statusCode(200)
                .body("state", equalTo("stored"))
                .body("searchable", equalTo(true));
        given().get("/v1/receipts/" + receipt(raw) + "?searchable=true").then().body("searchable", equalTo(true));
        given().get("/v1/receipts/" + receipt(raw)).then().body("$", not(hasKey("searchable")));

        given().queryParam("q", "ferries of night")
                .get("/v1/posts?highlight=true&facets=tag,year&fold=false&site=" + site)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("posts[0].id", equalTo(id))
                .body("posts[0].highlight.title", equalTo("<mark>Night</mark> &lt;<mark>ferry</mark>&gt;"))
                .body("posts[0].highlight.text[0]", containsString("<mark>ferry</mark>"))
                .body("facets.year[0].value", equalTo("2014"))
                .body("facets.tag.size()", equalTo(2));
        given().queryParam("q", "tag: ferry site:" + site)
                .get("/v1/posts")
                .then()
                .statusCode(200)
                .body("notes.size()", equalTo(1))
                .body("total", equalTo(1));
        String demanded = "&q=tag:+%2Bferry+%2Bzzzz&site=" + site;
        given().urlEncodingEnabled(false)
                .get("/v1/posts?facets=tag" + demanded)
                .then()
                .body("total", equalTo(1))
                .body("notes.size()", equalTo(2))
                .body("facets.tag.size()", equalTo(2));
        for (String counted :
                List.of("/v1/tags?limit=5", "/v1/tags/a-" + id + "?limit=5", "/v1/timeline?interval=day")) {
            given().urlEncodingEnabled(false)
                    .get(counted + demanded)
                    .then()
                    .statusCode(200)
                    .body("notes.size()", equalTo(2))
                    .body(containsString(counted.contains("timeline") ? "\"begins\"" : "\"slug\""));
        }
        given().get("/v1/timeline?interval=month&site=" + site)
                .then()
                .statusCode(200)
                .body("bars[0].begins", equalTo("2014-05"))
                .body("bars[0].posts", equalTo(1))
                .body("undated", equalTo(0));
        given().get("/v1/tags/a-" + id)
                .then()
                .statusCode(200)
                .body("posts", equalTo(1))
                .body("neighbours[0].slug", equalTo("b-" + id))
                .body("neighbours[0].together", equalTo(1));
        given().get("/v1/tags/none-" + id).then().statusCode(404).body("code", equalTo("tag-unknown"));
        given().get("/q/health/ready").then().body("checks.name", hasItem("search-index"));
        given().get("/q/metrics").then().body(containsString("postwire_index_lag"));
    }

    @Test
    void refusesWhatCannotBeRead() {
        refuses("/v1/posts?limit=0", "malformed-parameter");
        refuses("/v1/posts?limit=x", "malformed-parameter");
        refuses("/v1/posts?from=yesterday", "malformed-parameter");
        refuses("/v1/posts?sort=best", "malformed-parameter");
        refuses("/v1/posts?language=%25", "malformed-parameter");
        refuses("/v1/posts?cursor=x", "malformed-cursor");
        refuses("/v1/posts?facets=x", "malformed-parameter");
        refuses("/v1/posts?fold=x", "malformed-parameter");
        refuses("/v1/timeline?interval=week", "malformed-parameter");
        refuses("/v1/tags?cursor=x", "malformed-cursor");
        refuses("/v1/rejections?limit=101", "malformed-parameter");
        refuses("/v1/posts/a%20b", "malformed-id");
        refuses("/v1/posts/" + "x".repeat(129), "malformed-id");
        refuses("/v1/posts/x?wait=61s", "malformed-parameter");
        refuses("/v1/posts/x?receipt=y", "malformed-receipt");
        refuses("/v1/receipts/x", "malformed-receipt");
        refuses("/v1/posts?langauge=en", "malformed-parameter");
        refuses("/v1/posts?language=en&language=de", "malformed-parameter");
        refuses("/v1/stream?site=a.example&site=b.example", "malformed-parameter");
        refuses("/v1/posts?from=2020&to=2019", "malformed-parameter");
        refuses("/v1/tags?limit=1&wait=1s", "malformed-parameter");
        refuses("/v1/feed.atom?highlight=true", "malformed-parameter");
        refuses("/v1/feed.json?facets=tag", "malformed-parameter");
        given().get("/?q=tea&utm_source=x").then().statusCode(200).contentType("text/html");
        given().get("/v1/posts?language=en&language=en&tag=a&tag=b&from=2019&to=2019-02")
                .then()
                .statusCode(200);
        given().get("/v1/posts?language=en&language=de").then().body("errors[0].field", equalTo("language"));
        given().get("/v1/posts/a b").then().statusCode(400).body("errors[0].field", equalTo("id"));
        given().get("/v1/posts?langauge=en")
                .then()
                .body("errors[0].field", equalTo("langauge"))
                .body("detail", containsString("Did you mean language?"));
    }

    private static void refuses(String url, String code) {
        given().urlEncodingEnabled(false)
                .get(url)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("errors[0].field", notNullValue());
    }

    @Test
    void answers404ForWhatNeverWas() {
        given().get("/v1/posts/" + id).then().statusCode(404).body("code", equalTo("post-unknown"));
        given().get("/v1/receipts/0-999999").then().statusCode(404).body("code", equalTo("receipt-unknown"));
        given().get("/v1/receipts/999-0?wait=30s")
                .then()
                .statusCode(404)
                .body("code", equalTo("receipt-unknown"))
                .time(lessThan(20_000L));
        given().get("/v2/nothing").then().statusCode(404).body("code", equalTo("not-found"));
        given().delete("/v1/posts/" + id)
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS"))
                .body("code", equalTo("method-not-allowed"));
    }

    @Test
    void neverFailsOnAnythingTyped() throws Exception {
        for (String raw :
                List.of("%00", "%zz", "%", "{x}", "a|b", "%F0%9F", "%22", "'", "%5C", "a%26b", "%ED%A0%80", "+", "")) {
            for (String parameter : List.of("q", "tag", "site", "author")) {
                int status = rawStatus("/v1/posts?" + parameter + "=" + raw);
                assertTrue(status == 200 || status == 400, parameter + "=" + raw + " gave " + status);
            }
        }
    }

    /** Over a bare socket, for no client sends such addresses. */
    private int rawStatus(String target) throws Exception {
        try (var socket = new java.net.Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes("ISO-8859-1"));
            String answer = new String(socket.getInputStream().readAllBytes(), "ISO-8859-1");
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    @Test
    void letsThousandsWaitAtOnce() throws Exception {
        int calls = 2_000;
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        RecordMetadata raw = bus.raw(id);
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            URI url = service.resolve("/v1/receipts/" + receipt(raw) + "?wait=60s");
            waiting.add(client.sendAsync(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString()));
        }
        given().get("/v1/posts?limit=1").then().statusCode(200).time(lessThan(10_000L));

        bus.enriched(raw, Event.of(id));

        for (CompletableFuture<HttpResponse<String>> one : waiting) {
            HttpResponse<String> answer = one.get(60, TimeUnit.SECONDS);
            assertTrue(answer.body().contains("\"stored\""), answer.body());
        }
    }

    @Test
    void answers503WhileTheDatabaseIsAwayAndComesBack() throws Exception {
        bus.enriched(bus.raw(id), Event.of(id));
        awaitPost();
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
        await().during(Duration.ofSeconds(2)).atMost(SOON).untilAsserted(() -> {
            for (String url : List.of("/v1/timeline", "/v1/tags"))
                given().get(url).then().statusCode(200);
        });
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);

        Database.shared().start();
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/v1/posts/" + id).then().statusCode(200));
        RecordMetadata later = bus.raw(id);
        bus.enriched(later, Event.of(id).title("After"));
        given().get("/v1/posts/" + id + "?wait=60s&receipt=" + receipt(later))
                .then()
                .statusCode(200)
                .body("title", equalTo("After"));
    }

    @Test
    void tellsWhatItKnowsWhileTheBrokerIsAway() throws Exception {
        RecordMetadata raw = bus.raw(id);
        bus.enriched(raw, Event.of(id));
        awaitPost();
        Broker.shared().kill();

        given().get("/v1/posts/" + id).then().statusCode(200);
        given().get("/v1/receipts/" + receipt(raw) + "?wait=1s")
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

    @Test
    void givesTheCopiesOfAPostTheOriginalFirst() throws Exception {
        String words =
                "The ferry left at nine and nobody on board had slept, for the wind had turned in the night and the"
                        + " cups were rolling from one end of the galley to the other while the cook sang. By noon the sun came"
                        + " out over the islands, the children counted seals, and the captain let them steer past the lighthouse "
                        + id;
        bus.enriched(
                bus.raw(id + "-copy"),
                Event.of(id + "-copy").text(words + " Shared from elsewhere.").published("2026-02-02T00:00:00Z"));
        bus.enriched(bus.raw(id), Event.of(id).text(words).published("2026-02-01T00:00:00Z"));

        await().atMost(SOON).untilAsserted(() -> given().get("/v1/posts/" + id + "-copy/story")
                .then()
                .statusCode(200)
                .body("story", equalTo(id))
                .body("total", equalTo(2))
                .body("posts.id", equalTo(List.of(id, id + "-copy")))
                .body("posts[0].revision", equalTo(1)));
        await().atMost(SOON).untilAsserted(() -> given().get("/v1/posts?sort=received&limit=100&q=%2B" + id)
                .then()
                .body("posts.id", equalTo(List.of(id)))
                .body("posts[0].story.id", equalTo(id))
                .body("posts[0].story.copies", equalTo(1)));
        given().get("/v1/posts?fold=false&q=%2B" + id)
                .then()
                .body("posts.size()", equalTo(2))
                .body("posts[0]", not(hasKey("story")));
        given().get("/v1/posts/nobody-" + id + "/story").then().statusCode(404);
    }

    @Test
    void describesItselfAndItsState() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .body(containsString("<script src=\"/page/main.js\" type=\"module\"></script>"));
        given().get("/page/main.js").then().statusCode(200).header("Cache-Control", "no-cache");
        given().get("/page/base.css").then().statusCode(200);
        given().get("/v1/pipeline")
                .then()
                .statusCode(200)
                .body("toEnrich", greaterThanOrEqualTo(0))
                .body("search.serving", equalTo(true));
        given().get("/q/swagger-ui/").then().statusCode(200);
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/v1/posts'.get.responses.'200'.content.'application/json'.schema.'$ref'",
                        equalTo("#/components/schemas/PostList"))
                .body("components.schemas", hasKey("Problem"))
                .body("paths.'/v1/posts'.get.parameters.name", hasItem("q"))
                .body("paths.'/v1/posts'.get.responses.'503'.'$ref'", equalTo("#/components/responses/Unavailable"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("postwire_query_received_total"))
                .body(containsString("postwire_query_lag"))
                .body(containsString("postwire_end_to_end_seconds_bucket"));
        given().get("/q/health").then().body("checks.size()", greaterThan(4));
    }

    private void awaitPost() {
        given().get("/v1/posts/" + id + "?wait=60s").then().statusCode(200);
    }

    private static String receipt(RecordMetadata raw) {
        return raw.partition() + "-" + raw.offset();
    }
}
