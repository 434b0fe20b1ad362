package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.query.feed.AtomRules;
import dev.postwire.query.feed.JsonFeedRules;
import dev.postwire.query.post.Event;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A post in its forms, and feeds, as readers get them. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class ReadingIT extends OverHttp {
    @Test
    void givesAPostInTheFormItsReaderLikesBest() throws Exception {
        Event event = Event.of(id).title("Tea & cake").text("Tea at four.");
        event.json().put("html", "<p>Tea at <em>four</em>.</p>").put("markdown", "Tea at *four*.\n");
        store(event);

        Response json = given().get("/v1/posts/" + id);
        json.then().contentType("application/json").header("ETag", notNullValue());
        Response html = as("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        html.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(containsString("<h1>Tea &amp; cake</h1>"))
                .body(containsString("<p>Tea at <em>four</em>.</p>"));
        Response markdown = as("text/markdown");
        assertEquals("Tea at *four*.\n", markdown.asString());
        markdown.then().contentType("text/markdown;charset=UTF-8");
        assertEquals("Tea at four.", as("text/plain;q=0.7, image/png").asString());
        as("image/png").then().statusCode(406).body("code", equalTo("not-acceptable"));
        assertEquals(
                4,
                List.of(json, html, markdown, as("text/plain")).stream()
                        .map(answer -> answer.header("ETag"))
                        .distinct()
                        .count());
        given().get("/post.css").then().statusCode(200);
    }

    /** The plainest one takes a way of its own. */
    @Test
    void answersAPlainReadAsOneThatSaysMore() throws Exception {
        Event event = Event.of(id).title("Tea & cake").text("Tea at four, each with milk. ".repeat(200));
        store(event);
        for (String coding : List.of("identity", "gzip")) {
            for (String path : List.of("/v1/posts/" + id, "/v1/posts/none-" + id, "/v1/posts/a%20b")) {
                Response plain = given().header("Accept-Encoding", coding).get(path);
                Response more = given().header("Accept-Encoding", coding)
                        .accept("application/json, text/html;q=0.1")
                        .get(path);
                assertEquals(more.statusCode(), plain.statusCode(), path);
                assertEquals(more.asString(), plain.asString(), path);
                assertEquals(headers(more), headers(plain), path + " " + coding);
            }
        }
    }

    /** Chunked or not is as the server likes it. */
    private static Set<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !Set.of("Date", "content-length", "transfer-encoding", "Last-Modified")
                        .contains(header.getName()))
                .map(header -> header.getName().toLowerCase(Locale.ROOT) + ": " + header.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void answers304ToEachFormByItsOwnTagOrByTheDateOnceItIsSettled() throws Exception {
        store(Event.of(id));
        // Another revision may follow in the same second, and no date would tell.
        await().atMost(Service.SOON)
                .untilAsserted(() -> as("text/markdown").then().header("Last-Modified", notNullValue()));
        Response markdown = as("text/markdown");
        String tag = markdown.header("ETag");

        given().accept("text/markdown")
                .header("If-None-Match", tag)
                .get("/v1/posts/" + id)
                .then()
                .statusCode(304);
        assertEquals(
                Set.of("Accept", "Accept-Encoding"),
                Set.copyOf(markdown.headers().getValues("Vary")));
        given().accept("text/html")
                .header("If-None-Match", tag)
                .get("/v1/posts/" + id)
                .then()
                .statusCode(200);
        given().header("If-Modified-Since", markdown.header("Last-Modified"))
                .get("/v1/posts/" + id)
                .then()
                .statusCode(304);
        given().header("If-Modified-Since", "Mon, 04 May 2020 11:00:00 GMT")
                .get("/v1/posts/" + id)
                .then()
                .statusCode(200);
        given().accept("text/html")
                .head("/v1/posts/" + id)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void compressesWhatIsText() throws Exception {
        store(Event.of(id).text("tea ".repeat(5_000)));

        for (String form : List.of("application/json", "text/html", "text/markdown", "text/plain")) {
            given().config(io.restassured.RestAssured.config()
                            .decoderConfig(io.restassured.config.DecoderConfig.decoderConfig()
                                    .noContentDecoders()))
                    .accept(form)
                    .header("Accept-Encoding", "gzip")
                    .get("/v1/posts/" + id)
                    .then()
                    .header("Content-Encoding", equalTo("gzip"));
        }
    }

    @Test
    void publishesAQueryAsFeedsThatKeepTheirRules() throws Exception {
        String site = id + ".example";
        for (int i = 0; i < 3; i++) {
            Event event = Event.of(id + i)
                    .site(site)
                    .title("Post " + i)
                    .tag("tea", "Tea")
                    .author("Ida Berg");
            event.json().put("html", "<p>Cup " + i + "</p>");
            bus.enriched(bus.raw(id + i), event);
            given().get("/v1/posts/" + id + i + "?wait=60s").then().statusCode(200);
        }

        await().atMost(Service.SOON)
                .untilAsserted(
                        () -> given().get("/v1/posts?site=" + site).then().body("total", equalTo(3)));

        String first = "/v1/feed.atom?limit=2&site=" + site;
        Response atom = given().get(first);
        atom.then().statusCode(200).contentType("application/atom+xml;charset=UTF-8");
        assertEquals(List.of(), AtomRules.broken(atom.asString()));
        assertEquals(List.of("Post 2", "Post 1"), atom.xmlPath().getList("feed.entry.title.list()"));
        assertEquals("<p>Cup 2</p>", atom.xmlPath().getString("feed.entry[0].content"));
        String next = atom.xmlPath().getString("feed.link.find { it.@rel == 'next' }.@href");
        Response last = given().urlEncodingEnabled(false).get(next);
        assertEquals(List.of(), AtomRules.broken(last.asString()));
        assertEquals("Post 0", last.xmlPath().getString("feed.entry.title"));

        Response json = given().get("/v1/feed.json?limit=2&site=" + site);
        json.then().statusCode(200).contentType("application/feed+json;charset=UTF-8");
        assertEquals(List.of(), JsonFeedRules.broken(json.asString()));
        assertEquals(List.of("Post 2", "Post 1"), json.jsonPath().getList("items.title"));

        for (String feed : List.of(first, "/v1/feed.json?limit=2&site=" + site)) {
            Response answer = given().get(feed);
            given().header("If-None-Match", answer.header("ETag"))
                    .get(feed)
                    .then()
                    .statusCode(304);
            // An entry that leaves makes no date later.
            answer.then().header("Last-Modified", nullValue());
            given().header("If-Modified-Since", "Fri, 31 Dec 2100 00:00:00 GMT")
                    .get(feed)
                    .then()
                    .statusCode(200);
        }
        String before = atom.header("ETag");
        bus.enriched(bus.raw(id + "0"), Event.of(id + "0").site(site).title("Anew"));
        await().atMost(Service.SOON).untilAsserted(() -> given().header("If-None-Match", before)
                .get(first)
                .then()
                .statusCode(200)
                .body("feed.entry[0].title", equalTo("Anew")));
        given().get("/v1/feed.atom?limit=51").then().statusCode(400);
    }

    private Response as(String accept) {
        return given().header("Accept", accept).get("/v1/posts/" + id);
    }
}
