package dev.postwire.query.http;

import static io.restassured.RestAssured.given;

import dev.postwire.query.kafka.Bus;
import dev.postwire.query.post.Event;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Each test has a post's id and a bus of its own, and a service that is ready. */
abstract class OverHttp {
    final String id = "post-" + UUID.randomUUID();
    final Bus bus = new Bus();

    @BeforeEach
    void isReady() {
        Service.awaitReady();
    }

    @AfterEach
    void closeBus() {
        bus.close();
    }

    /** Returns where it stands once it can be read. */
    final RecordMetadata store(Event event) throws Exception {
        RecordMetadata raw = bus.raw(id);
        bus.enriched(raw, event);
        given().get("/v1/posts/" + id + "?wait=60s&receipt=" + Bus.receipt(raw))
                .then()
                .statusCode(200);
        return raw;
    }
}
