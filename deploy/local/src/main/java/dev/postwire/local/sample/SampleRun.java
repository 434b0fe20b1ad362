package dev.postwire.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Posts every file of a folder, as any publisher would, and waits for what becomes of each, as any reader could. */
public final class SampleRun {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "md", "text/markdown",
            "html", "text/html",
            "txt", "text/plain",
            "json", "application/json");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI ingest;
    private final URI query;

    /** @param ports by the services' names */
    public SampleRun(Map<String, Integer> ports) {
        this.ingest = URI.create("http://127.0.0.1:" + ports.get("ingest"));
        this.query = URI.create("http://127.0.0.1:" + ports.get("query"));
    }

    /** The files that are posts, by name. */
    public static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> mediaType(file).isPresent()
                            && !file.getFileName().toString().equals("README.md"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new PartFailure("the samples in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<String> mediaType(Path file) {
        String name = file.getFileName().toString();
        return Optional.ofNullable(
                MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
    }

    /** Posts one file and waits until it is stored or rejected. */
    public SampleResult run(Path file) {
        try {
            BodyPublisher body = BodyPublishers.ofFile(file);
            HttpRequest post = HttpRequest.newBuilder(ingest.resolve("/v1/posts"))
                    .header("Content-Type", mediaType(file).orElseThrow())
                    .timeout(TIMEOUT)
                    .POST(body)
                    .build();
            HttpResponse<byte[]> answer = client.send(post, BodyHandlers.ofByteArray());
            JsonNode accepted = JSON.readTree(answer.body());
            if (answer.statusCode() != 202) {
                return SampleResult.refused(file, accepted);
            }
            JsonNode receipt = await(accepted.path("receipt").asText());
            if (!receipt.path("state").asText().equals("stored")) {
                return SampleResult.notStored(file, receipt);
            }
            return SampleResult.stored(
                    file, get("/v1/posts/" + receipt.path("id").asText()));
        } catch (IOException e) {
            throw new PartFailure("the sample " + file.getFileName() + " cannot be posted: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted while samples were posted", e);
        }
    }

    private JsonNode await(String receipt) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        JsonNode state = get("/v1/receipts/" + receipt + "?wait=10s");
        while (state.path("state").asText().equals("accepted") && Instant.now().isBefore(deadline)) {
            state = get("/v1/receipts/" + receipt + "?wait=10s");
        }
        return state;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(query.resolve(path))
                .header("Accept", "application/json")
                .timeout(TIMEOUT)
                .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
    }
}
