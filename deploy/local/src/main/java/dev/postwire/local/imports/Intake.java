package dev.postwire.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.call.Refusal;
import dev.postwire.local.call.Services;
import dev.postwire.local.part.PartFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The intake's public API, as any publisher calls it. */
final class Intake {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final HttpClient client;
    private final Services services;

    Intake(HttpClient client, Services services) {
        this.client = client;
        this.services = services;
    }

    /**
     * What the intake says of one post.
     *
     * @param number of the line, or of the feed's entry, from 1
     * @param receipt empty where it is not taken
     * @param retryable whether it may be taken when it is sent again
     */
    record Verdict(long number, String receipt, boolean retryable, String reason) {
        boolean taken() {
            return !receipt.isEmpty();
        }
    }

    /** The verdicts on a batch, in the order of its lines; fewer where the answer broke off or the whole was refused for now. */
    List<Verdict> batch(List<Item> lines) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Item line : lines) {
            body.write(line.body().bytes());
            body.write('\n');
        }
        List<Verdict> verdicts = new ArrayList<>();
        try {
            many(
                    request("/v1/posts/batch", "application/x-ndjson")
                            .POST(BodyPublishers.ofByteArray(body.toByteArray())),
                    verdicts);
        } catch (IOException e) {
            if (verdicts.isEmpty()) throw e; // else what was read stands, and the rest is sent again
        }
        return verdicts;
    }

    /**
     * The verdicts on the entries of a feed: on all of them, as nobody but the intake knows how many there are.
     *
     * @throws IOException also where the answer broke off
     */
    List<Verdict> feed(Item.Body.Feed feed) throws IOException, InterruptedException {
        List<Verdict> verdicts = new ArrayList<>();
        many(request(feed.pathAndQuery(), feed.contentType()).POST(BodyPublishers.ofByteArray(feed.bytes())), verdicts);
        return verdicts;
    }

    Verdict one(Item.Body.Whole post) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(post.pathAndQuery(), post.contentType());
        HttpRequest.BodyPublisher body = BodyPublishers.ofByteArray(post.bytes());
        HttpResponse<byte[]> answer =
                client.send((post.put() ? request.PUT(body) : request.POST(body)).build(), BodyHandlers.ofByteArray());
        JsonNode said = Refusal.problem(answer.body());
        if (answer.statusCode() == ACCEPTED)
            return new Verdict(1, said.path("receipt").asText(), false, "");
        failIfHopeless(answer.statusCode(), answer.body());
        return refused(1, answer.statusCode(), said);
    }

    private void many(HttpRequest.Builder request, List<Verdict> verdicts) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer = client.send(request.build(), BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            if (answer.statusCode() == OK) {
                for (String line : (Iterable<String>) lines::iterator) verdicts.add(verdict(JSON.readTree(line)));
            } else {
                byte[] body = String.join("\n", lines.toList()).getBytes(StandardCharsets.UTF_8);
                failIfHopeless(answer.statusCode(), body);
                verdicts.add(refused(0, answer.statusCode(), Refusal.problem(body)));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Verdict verdict(JsonNode line) {
        long number = line.path("line").asLong();
        int status = line.path("status").asInt();
        if (status == ACCEPTED) return new Verdict(number, line.path("receipt").asText(), false, "");
        return refused(number, status, line.path("problem"));
    }

    private static Verdict refused(long number, int status, JsonNode problem) {
        String why = Refusal.sentence(problem);
        boolean retryable = status == 503 || status == 429 || status == 408;
        return new Verdict(number, "", retryable, why.isEmpty() ? "the intake answers " + status : why);
    }

    /** A missing key, or one that may not post at all, is no affair of the single post. */
    private static void failIfHopeless(int status, byte[] body) {
        boolean outside = Refusal.problem(body).path("code").asText().equals("outside-namespace");
        if (status == 401 || status == 403 && !outside || status == 404 || status == 405)
            throw Refusal.of(status, body);
        if (status >= 500 && status != 503)
            throw new PartFailure("the intake fails: " + Refusal.sentence(Refusal.problem(body)));
    }

    private HttpRequest.Builder request(String pathAndQuery, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Services.at(services.ingest(), pathAndQuery))
                .timeout(TIMEOUT)
                .header("Content-Type", contentType);
        services.authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }
}
