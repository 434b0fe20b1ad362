package dev.postwire.query.kafka;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.query.post.Event;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import dev.postwire.testing.Spans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** The trace of a post ends with the step that stored its row. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class TraceIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Spans spans;

    @Test
    void storingTheRowIsAStepOfThePostsTrace() throws Exception {
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        String id = "traced-" + UUID.randomUUID();
        String trace = UUID.randomUUID().toString().replace("-", "");
        Bus bus = new Bus();
        try {
            RecordMetadata raw = bus.raw(id);
            Event event = Event.of(id)
                    .origin(raw.partition(), raw.offset())
                    .receivedAt(Instant.now().toString());
            ProducerRecord<String, byte[]> record =
                    Bus.record(Topic.ENRICHED, raw, id, event.bytes(), "dev.postwire.post.enriched.v1");
            EventHeaders.add(record.headers(), EventHeaders.TRACE_PARENT, "00-" + trace + "-00f067aa0ba902b7-01");
            bus.send(record);

            await().atMost(SOON).until(() -> spans.of(trace).size() == 1);

            SpanData step = spans.of(trace).get(0);
            assertEquals("store", step.getName());
            assertEquals("00f067aa0ba902b7", step.getParentSpanId());
            given().get("/v1/posts/" + id).then().statusCode(200);
        } finally {
            bus.close();
        }
    }
}
