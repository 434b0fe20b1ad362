package dev.postwire.endtoend.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Posts as a careful publisher does: whatever is no 202 is tried again, at the other instance, with the same words. */
final class Publisher {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A little more than the five seconds in which ingest promises an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final long PAUSE_MILLIS = 100;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final FaultStand stand;
    private final AtomicLong keys = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong ambiguous = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();

    Publisher(FaultStand stand) {
        this.stand = stand;
    }

    /** @param clear whether no try before it can have left a record as well */
    record Taken(int partition, long offset, boolean clear) {
        String receipt() {
            return partition + "-" + offset;
        }
    }

    /** Until it is acknowledged; every try has the same idempotency key, which no other submission has. */
    Taken publish(String id, Optional<String> body, int first) throws InterruptedException {
        String key = "fault-" + keys.incrementAndGet();
        boolean clear = true;
        for (int attempt = first; ; attempt++) {
            try {
                HttpResponse<String> answer = http.send(
                        request(id, body, key, 1 + Math.floorMod(attempt, 2)), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 202) return taken(answer.body(), clear);
                refused.incrementAndGet();
                // A 503 can come from a time-out behind it: the record may be there all the same.
                clear = false;
                if (answer.statusCode() != 503 && answer.statusCode() != 429) wrong.incrementAndGet();
            } catch (IOException e) {
                ambiguous.incrementAndGet();
                clear = false;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private HttpRequest request(String id, Optional<String> body, String key, int instance) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stand.ingest(instance) + "/v1/posts/" + id))
                .timeout(PATIENCE)
                .header("Idempotency-Key", key);
        if (body.isEmpty()) return request.DELETE().build();
        return request.header("Content-Type", "text/markdown")
                .PUT(BodyPublishers.ofString(body.get(), StandardCharsets.UTF_8))
                .build();
    }

    private static Taken taken(String answer, boolean clear) throws IOException {
        String receipt = JSON.readTree(answer).path("receipt").asText();
        int dash = receipt.indexOf('-');
        return new Taken(
                Integer.parseInt(receipt.substring(0, dash)), Long.parseLong(receipt.substring(dash + 1)), clear);
    }

    /** What a query instance says of a receipt; empty while none answers. */
    Optional<String> state(String receipt, int instance) throws InterruptedException {
        try {
            URI address = URI.create(stand.query(instance) + "/v1/receipts/" + receipt);
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(2))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return Optional.of(JSON.readTree(answer.body()).path("state").asText());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Answers that were no 202. */
    long refused() {
        return refused.get();
    }

    /** Tries without an answer. */
    long ambiguous() {
        return ambiguous.get();
    }

    /** Answers other than 202, 429 and 503: there should be none. */
    long wrong() {
        return wrong.get();
    }
}
