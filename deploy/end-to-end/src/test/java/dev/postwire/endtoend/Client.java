package dev.postwire.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks to a stand over HTTP, as anybody would. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Stand stand;

    Client(Stand stand) {
        this.stand = stand;
    }

    /** @param json null where the body is none */
    record Answer(int status, JsonNode json) {
        String text(String field) {
            return json.path(field).asText();
        }
    }

    Answer post(String contentType, byte[] body) throws IOException, InterruptedException {
        return send(request(stand.address("ingest") + "/v1/posts")
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer put(String id, String contentType, byte[] body) throws IOException, InterruptedException {
        return send(request(stand.address("ingest") + "/v1/posts/" + id)
                .header("Content-Type", contentType)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer put(String id, String contentType, byte[] body, String traceParent)
            throws IOException, InterruptedException {
        return send(request(stand.address("ingest") + "/v1/posts/" + id)
                .header("Content-Type", contentType)
                .header("traceparent", traceParent)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer delete(String id) throws IOException, InterruptedException {
        return send(request(stand.address("ingest") + "/v1/posts/" + id).DELETE());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(stand.address("query") + path).GET());
    }

    /** What became of a submission, once it is known. */
    Answer settled(String receipt) throws IOException, InterruptedException {
        return get("/v1/receipts/" + receipt + "?wait=30s&searchable=true");
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        return new Answer(answer.statusCode(), body.startsWith("{") ? JSON.readTree(body) : null);
    }
}
