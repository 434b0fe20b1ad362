package dev.postwire.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stand that runs, as an application uses it. Whatever is not as it should be is an {@link IOException}. */
final class ReadApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI ingest;
    private final URI query;

    ReadApi(URI ingest, URI query) {
        this.ingest = ingest;
        this.query = query;
    }

    /** Returns when searches see all that was taken; the number of those refused. */
    int post(List<ObjectNode> envelopes) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        envelopes.forEach(envelope -> lines.append(envelope).append('\n'));
        HttpRequest batch = HttpRequest.newBuilder(ingest.resolve("/v1/posts/batch"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines.toString()))
                .build();
        int refused = 0;
        Map<String, String> last = new HashMap<>();
        for (String line : client.send(batch, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(one -> !one.isBlank())
                .toList()) {
            JsonNode verdict = JSON.readTree(line);
            String receipt = verdict.path("receipt").asText();
            if (verdict.path("status").asInt() != 202) refused++;
            else last.put(receipt.split("-")[0], receipt); // of each partition the last
        }
        for (String receipt : last.values()) {
            JsonNode state;
            do {
                state = get("/v1/receipts/" + receipt + "?wait=60s&searchable=true");
            } while (state.path("state").asText().equals("accepted"));
        }
        return refused;
    }

    /** The ids of the first hundred, the best first. */
    List<String> search(String words, String site) throws IOException, InterruptedException {
        JsonNode answer = get("/v1/posts?limit=100&fold=false&site=" + site + "&q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8));
        List<String> ids = new ArrayList<>();
        answer.path("posts").forEach(post -> ids.add(post.path("id").asText()));
        return ids;
    }

    /** The titles of a site's posts, by id. */
    Map<String, String> titles(String site) throws IOException, InterruptedException {
        Map<String, String> titles = new HashMap<>();
        String next = "/v1/posts?limit=100&fold=false&site=" + site;
        while (!next.isEmpty()) {
            JsonNode page = get(next);
            page.path("posts")
                    .forEach(post -> titles.put(
                            post.path("id").asText(), post.path("title").asText("")));
            String cursor = page.path("next").asText("");
            next = cursor.isEmpty() ? "" : "/v1/posts?limit=100&fold=false&site=" + site + "&cursor=" + cursor;
        }
        return titles;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(query.resolve(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException(path + " is answered with " + answer.body());
        return JSON.readTree(answer.body());
    }
}
