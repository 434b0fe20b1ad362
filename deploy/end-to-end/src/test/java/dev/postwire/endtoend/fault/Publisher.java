package dev.postwire.endtoend.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

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

    /** What is sent of one post. */
    record Body(String contentType, String text) {
        static Body markdown(String text) {
            return new Body("text/markdown", text);
        }

        /** As a line of a batch has it, to the byte. */
        static Body envelope(String id, String markdown) {
            ObjectNode envelope = JSON.createObjectNode();
            envelope.put("id", id).put("contentType", "text/markdown").put("content", markdown);
            return new Body("application/json", envelope.toString());
        }
    }

    /** Until it is acknowledged; every try has the same idempotency key, which no other submission has. */
    Taken publish(String id, Optional<Body> body, int first) throws InterruptedException {
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

    /**
     * Many at once, an envelope a line; what has no verdict of 202 goes into the next batch.
     *
     * @param bodies by id
     */
    Map<String, Taken> publishBatch(Map<String, String> bodies, int first) throws InterruptedException {
        Map<String, Taken> taken = new HashMap<>();
        List<String> left = new ArrayList<>(bodies.keySet());
        for (int attempt = first; !left.isEmpty(); attempt++) {
            boolean clear = attempt == first;
            try {
                URI address = URI.create(stand.ingest(1 + Math.floorMod(attempt, 2)) + "/v1/posts/batch");
                HttpRequest request = HttpRequest.newBuilder(address)
                        .timeout(PATIENCE.multipliedBy(2))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines(left, bodies), StandardCharsets.UTF_8))
                        .build();
                HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
                if (answer.statusCode() != 200) refused.incrementAndGet();
                else take(answer.body(), clear, taken);
            } catch (IOException | UncheckedIOException e) {
                ambiguous.incrementAndGet(); // the verdicts that came before it broke count
            }
            left.removeAll(taken.keySet());
            if (!left.isEmpty()) TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return taken;
    }

    private static String lines(List<String> ids, Map<String, String> bodies) {
        StringBuilder lines = new StringBuilder();
        for (String id : ids)
            lines.append(Body.envelope(id, bodies.get(id)).text()).append('\n');
        return lines.toString();
    }

    private void take(Stream<String> verdicts, boolean clear, Map<String, Taken> taken) throws IOException {
        for (Iterator<String> lines = verdicts.iterator(); lines.hasNext(); ) {
            JsonNode verdict = JSON.readTree(lines.next());
            if (verdict.path("status").asInt() == 202) {
                taken.put(verdict.path("id").asText(), taken(verdict.toString(), clear));
            } else {
                refused.incrementAndGet();
                if (verdict.path("status").asInt() != 503) wrong.incrementAndGet();
            }
        }
    }

    private HttpRequest request(String id, Optional<Body> body, String key, int instance) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stand.ingest(instance) + "/v1/posts/" + id))
                .timeout(PATIENCE)
                .header("Idempotency-Key", key);
        if (body.isEmpty()) return request.DELETE().build();
        return request.header("Content-Type", body.get().contentType())
                .PUT(BodyPublishers.ofString(body.get().text(), StandardCharsets.UTF_8))
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
