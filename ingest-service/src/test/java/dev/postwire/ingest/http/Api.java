package dev.postwire.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The service as a caller sees it. */
final class Api {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;

    Api(String base) {
        this.base = base.replaceAll("/$", "");
    }

    HttpResponse<String> post(String path, String contentType, byte[] body) {
        return send(to(path, contentType).POST(BodyPublishers.ofByteArray(body)).build());
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return post(path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> put(String path, String contentType, String body) {
        return send(to(path, contentType).PUT(BodyPublishers.ofString(body)).build());
    }

    HttpResponse<String> delete(String path) {
        return send(to(path, null).DELETE().build());
    }

    HttpResponse<String> get(String path) {
        return send(to(path, null).GET().build());
    }

    CompletableFuture<HttpResponse<String>> postLater(String path, String contentType, String body) {
        return client.sendAsync(
                to(path, contentType).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** Without a Content-Length: chunked. */
    static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    HttpRequest.Builder to(String path, String contentType) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
        return contentType == null ? request : request.header("Content-Type", contentType);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String receipt(HttpResponse<String> answer) {
        return json(answer).get("receipt").asText();
    }
}
