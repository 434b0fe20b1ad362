package dev.postwire.enrich.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.Spans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

/** What follows from a raw record goes on with its trace, from the step that enriched it. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class TraceIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Spans spans;

    @Test
    void theDocumentAndTheLedgerGoOnWithTheTraceOfTheRawRecord() throws Exception {
        String id = "traced-" + UUID.randomUUID();
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (Bus bus = new Bus()) {
            Headers headers = EventHeaders.cloudEvent(
                    UUID.randomUUID().toString(),
                    "dev.postwire.post.submitted.v1",
                    "/postwire/ingest",
                    id,
                    Instant.now());
            EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "text/plain");
            EventHeaders.add(headers, EventHeaders.TRACE_PARENT, "00-" + trace + "-00f067aa0ba902b7-01");
            bus.send(id, "Words that are followed.".getBytes(UTF_8), headers);

            await().atMost(SOON).until(() -> bus.records(Topic.LEDGER, id).size() == 1);
            await().atMost(SOON).until(() -> spans.of(trace).size() == 1);

            SpanData step = spans.of(trace).get(0);
            assertEquals("enrich", step.getName());
            assertEquals("00f067aa0ba902b7", step.getParentSpanId());
            String goesOn = "00-" + trace + "-" + step.getSpanId() + "-01";
            for (Topic topic : new Topic[] {Topic.ENRICHED, Topic.LEDGER}) {
                Headers written = bus.records(topic, id).get(0).headers();
                assertEquals(
                        goesOn,
                        EventHeaders.find(written, EventHeaders.TRACE_PARENT).orElseThrow());
            }
        }
    }
}
