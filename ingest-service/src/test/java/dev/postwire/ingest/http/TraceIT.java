package dev.postwire.ingest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.Spans;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The caller's trace goes on: the call is a step of it, publishing another, and the record leads on from there. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(60)
class TraceIT {
    @Inject
    Spans spans;

    @TestHTTPResource
    String base;

    @Test
    void theRecordGoesOnWithTheTraceOfTheCall() {
        Api api = new Api(base);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get("/q/health/ready").statusCode() == 200);
        String trace = UUID.randomUUID().toString().replace("-", "");
        HttpResponse<String> answer = api.send(api.to("/v1/posts", "text/plain")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .POST(BodyPublishers.ofString("traced"))
                .build());

        String header = RawTopic.headers(RawTopic.at(Api.receipt(answer)), "traceparent")
                .get(0);

        await().atMost(Duration.ofSeconds(10)).until(() -> spans.of(trace).size() >= 2);
        SpanData call = only(trace, SpanKind.SERVER);
        SpanData publish = only(trace, SpanKind.PRODUCER);
        assertEquals("00f067aa0ba902b7", call.getParentSpanId());
        assertEquals(call.getSpanId(), publish.getParentSpanId());
        assertEquals("00-" + trace + "-" + publish.getSpanId() + "-01", header);
        assertNotEquals(call.getSpanId(), publish.getSpanId());
    }

    private SpanData only(String trace, SpanKind kind) {
        return spans.of(trace).stream()
                .filter(span -> span.getKind() == kind)
                .reduce((one, other) -> {
                    throw new AssertionError("two of the kind " + kind);
                })
                .orElseThrow();
    }
}
