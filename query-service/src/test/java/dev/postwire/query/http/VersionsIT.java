package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.query.kafka.Bus;
import dev.postwire.query.post.Event;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** What a post was before, and the bytes it came as. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class VersionsIT extends OverHttp {
    @Test
    void tellsWhatChangedFromOneVersionToTheNext() throws Exception {
        store(Event.of(id).title("Tea").text("Tea at four.").tag("tea", "Tea"));
        store(Event.of(id).title("Tea").text("Tea at five, with cake.").tag("cake", "Cake"));

        Response list = given().get("/v1/posts/" + id + "/revisions");
        list.then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("revisions.revision", equalTo(List.of(2, 1)))
                .body("revisions[0].current", equalTo(true))
                .body("revisions[0].changed.fields", equalTo(List.of("tags", "text")))
                .body("revisions[0].changed.tagsAdded", equalTo(List.of("cake")))
                .body("revisions[0].changed.tagsRemoved", equalTo(List.of("tea")))
                .body("revisions[0].changed.text.by", equalTo("word"))
                .body("revisions[0].changed.text.edits[0].removed", equalTo("four"))
                .body("revisions[0].changed.text.edits[0].added", equalTo("five, with cake"))
                .body("revisions[0].changed.text.edits[0].start", equalTo(7))
                .body("revisions[1]", not(hasKey("changed")));
        given().header("If-None-Match", list.header("ETag"))
                .get("/v1/posts/" + id + "/revisions")
                .then()
                .statusCode(304);
        given().get("/v1/posts/" + id + "/revisions/1")
                .then()
                .statusCode(200)
                .body("text", equalTo("Tea at four."))
                .body("revision", equalTo(1));
        given().get("/v1/posts/" + id + "/revisions/7")
                .then()
                .statusCode(404)
                .body("code", equalTo("revision-unknown"));
        given().get("/v1/posts/none-" + id + "/revisions")
                .then()
                .statusCode(404)
                .body("code", equalTo("post-unknown"));
    }

    @Test
    void givesTheBytesAsTheyWerePosted() throws Exception {
        byte[] bytes = "\uFEFF# Tea\r\n\u0000at four".getBytes(StandardCharsets.UTF_8);
        RecordMetadata raw = bus.raw(id, "text/markdown;charset=utf-8", bytes);
        bus.enriched(raw, Event.of(id).bytesOf(bytes));
        Service.awaitPost(id);

        Response answer = given().get("/v1/posts/" + id + "/raw");

        answer.then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/markdown;charset=utf-8"))
                .header("Content-Security-Policy", startsWith("sandbox"))
                .header("Content-Disposition", equalTo("attachment; filename=\"" + id + ".md\""));
        assertArrayEquals(bytes, answer.asByteArray());
        given().header("If-None-Match", answer.header("ETag"))
                .get("/v1/posts/" + id + "/raw")
                .then()
                .statusCode(304);
    }

    @Test
    void addsNoEndingThatAnIdHas() throws Exception {
        String file = id + ".md";
        byte[] bytes = "# Tea".getBytes(StandardCharsets.UTF_8);
        bus.enriched(bus.raw(file, "text/markdown", bytes), Event.of(file).bytesOf(bytes));
        given().get("/v1/posts/" + file + "?wait=60s").then().statusCode(200);

        given().get("/v1/posts/" + file + "/raw")
                .then()
                .header("Content-Disposition", equalTo("attachment; filename=\"" + file + "\""));
    }

    @Test
    void saysWhereTheBytesAreGoneAndLooksNoFurther() throws Exception {
        // What compaction does: at that place stands the record of somebody else.
        RecordMetadata others = bus.raw("other-" + id);
        bus.enriched(others, Event.of(id));
        Service.awaitPost(id);

        given().get("/v1/posts/" + id + "/raw").then().statusCode(410).body("code", equalTo("raw-gone"));
        given().get("/v1/posts/none-" + id + "/raw").then().statusCode(404);
    }

    @Test
    void findsTheBytesAtALaterRecordThatSaidTheSame() throws Exception {
        byte[] bytes = {'t', 'e', 'a'};
        RecordMetadata first = bus.raw("compacted-" + id);
        bus.enriched(first, Event.of(id).bytesOf(bytes));
        // Partitions go by the key: the second one must stand in the first one's.
        RecordMetadata again = bus.raw(id, "text/plain", bytes, first.partition());
        bus.unchanged(again, id, first.offset());
        given().get("/v1/receipts/" + Bus.receipt(again) + "?wait=60s").then().body("state", equalTo("stored"));

        assertEquals("tea", given().get("/v1/posts/" + id + "/raw").asString());
    }
}
