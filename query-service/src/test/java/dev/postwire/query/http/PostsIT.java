package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.contracts.GoldenSample;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.query.kafka.Bus;
import dev.postwire.query.post.Event;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** A post by its id, as its readers and whoever wrote it see it. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class PostsIT extends OverHttp {
    @Test
    void givesThePostAsItCameWithItsRevision() throws Exception {
        GoldenSample full = GoldenSample.named("posts.enriched.v1", "full");
        ObjectNode event = (ObjectNode) new ObjectMapper().readTree(full.value().orElseThrow());
        RecordMetadata raw = bus.raw(id);
        event.put("id", id).put("later", "kept");
        bus.send(Bus.record(Topic.ENRICHED, raw, id, event.toString().getBytes("UTF-8"), "t"));
        Service.awaitPost(id);

        String body =
                given().get("/v1/posts/" + id).then().statusCode(200).extract().asString();

        ObjectNode answer = (ObjectNode) new ObjectMapper().readTree(body);
        assertEquals(1, answer.remove("revision").intValue());
        assertTrue(answer.remove("storedAt").textValue().endsWith("Z"));
        assertEquals(event, answer);
    }

    @Test
    void answers304WhereTheReaderHasTheRevision() throws Exception {
        bus.enriched(bus.raw(id), Event.of(id));
        Service.awaitPost(id);
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
                .get("/v1/posts/" + id + "?wait=30s&receipt=" + Bus.receipt(next))
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("revision", equalTo(2));
    }

    @Test
    void erasesAPost() throws Exception {
        RecordMetadata first = bus.raw(id);
        bus.enriched(first, Event.of(id));
        Service.awaitPost(id);
        RecordMetadata erasure = bus.raw(id);
        bus.erased(erasure, id);

        given().get("/v1/receipts/" + Bus.receipt(erasure) + "?wait=30s")
                .then()
                .statusCode(200)
                .body("state", equalTo("erased"));
        given().get("/v1/posts/" + id).then().statusCode(404);
        given().get("/v1/receipts/" + Bus.receipt(first) + "?wait=30s&searchable=true")
                .then()
                .body("state", equalTo("erased"))
                .body("searchable", equalTo(false));
        given().get("/v1/posts/" + id + "?receipt=" + Bus.receipt(first))
                .then()
                .statusCode(404)
                .body("detail", containsString("erased"));
    }
}
