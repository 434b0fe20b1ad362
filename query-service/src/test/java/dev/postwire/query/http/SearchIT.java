package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.query.kafka.Bus;
import dev.postwire.query.post.Event;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** Searches, what is counted, and copies of one story, over HTTP. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class SearchIT extends OverHttp {
    @Test
    void leadsThroughPagesByNextAndByLink() throws Exception {
        String site = id + ".example";
        for (int i = 0; i < 5; i++) {
            bus.enriched(
                    bus.raw(id + i),
                    Event.of(id + i).site(site).text("sprints " + i).tag("tag-" + id, "Tag"));
        }
        String url = "/v1/posts?q=sprints&limit=2&site=" + site;
        await().atMost(Service.SOON).untilAsserted(() -> given().get(url).then().body("total", equalTo(5)));

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
        given().get("/v1/receipts/" + Bus.receipt(raw) + "?wait=30s&searchable=true")
                .then()
                .statusCode(200)
                .body("state", equalTo("stored"))
                .body("searchable", equalTo(true));
        given().get("/v1/receipts/" + Bus.receipt(raw) + "?searchable=true")
                .then()
                .body("searchable", equalTo(true));
        given().get("/v1/receipts/" + Bus.receipt(raw)).then().body("$", not(hasKey("searchable")));

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

        await().atMost(Service.SOON).untilAsserted(() -> given().get("/v1/posts/" + id + "-copy/story")
                .then()
                .statusCode(200)
                .body("story", equalTo(id))
                .body("total", equalTo(2))
                .body("posts.id", equalTo(List.of(id, id + "-copy")))
                .body("posts[0].revision", equalTo(1)));
        await().atMost(Service.SOON).untilAsserted(() -> given().get("/v1/posts?sort=received&limit=100&q=%2B" + id)
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
}
