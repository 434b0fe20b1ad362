package dev.postwire.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.contracts.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The packaged services, used as people use them: post, subscribe, query. */
@ExtendWith(SharedStand.class)
@Order(SharedStand.POSTS)
class PostwireIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENRICHED = "posts.enriched.v1";
    private static final String REJECTED = "posts.rejected.v1";

    private final Stand stand;
    private final Client client;
    private final Subscriber subscriber;

    PostwireIT(Stand stand) {
        this.stand = stand;
        this.client = new Client(stand);
        this.subscriber = new Subscriber(stand);
    }

    /** The project's own samples, and where they are at hand the two found in the wild. */
    @Test
    void turnsEverySampleIntoOneDocumentThatCanBeFound() throws Exception {
        for (Path sample : samples()) {
            byte[] body = Files.readAllBytes(sample);
            Client.Answer taken = client.post(type(sample), body);
            assertEquals(202, taken.status(), sample.toString());
            Client.Answer read =
                    client.get("/v1/posts/" + taken.text("id") + "?receipt=" + taken.text("receipt") + "&wait=20s");
            assertEquals(200, read.status(), sample.toString());
            assertEquals("stored", client.settled(taken.text("receipt")).text("state"));

            List<ConsumerRecord<String, byte[]>> records = subscriber.of(ENRICHED, taken.text("id"));
            assertEquals(1, records.size());
            assertEquals(
                    List.of(),
                    Schemas.faults(
                            "enriched-post.v1.schema.json",
                            JSON.readTree(records.get(0).value())),
                    sample.toString());

            String word = Arrays.stream(read.text("text").split("\\W+"))
                    .filter(w -> w.length() > 5)
                    .findFirst()
                    .orElse("");
            if (!word.isEmpty()) assertTrue(ids("/v1/posts?q=" + word).contains(taken.text("id")), word);
        }
    }

    @Test
    void takesARetryForWhatItIs() throws Exception {
        byte[] body = "Exactly the same words, posted twice by a nervous client.".getBytes(UTF_8);
        Client.Answer first = client.post("text/plain", body);
        assertEquals("stored", client.settled(first.text("receipt")).text("state"));
        long total = client.get("/v1/posts").json().path("total").asLong();

        Client.Answer second = client.post("text/plain", body);

        assertEquals(first.text("id"), second.text("id"));
        assertEquals("stored", client.settled(second.text("receipt")).text("state"));
        assertEquals(total, client.get("/v1/posts").json().path("total").asLong());
        assertEquals(1, subscriber.of(ENRICHED, first.text("id")).size());
        assertEquals(
                1,
                client.get("/v1/posts/" + first.text("id"))
                        .json()
                        .path("revision")
                        .asInt());
    }

    @Test
    void erasesAPost() throws Exception {
        Client.Answer taken =
                client.put("to-be-erased", "text/markdown", "# Gone soon\n\nThese words will go.".getBytes(UTF_8));
        assertEquals("stored", client.settled(taken.text("receipt")).text("state"));

        Client.Answer deleted = client.delete("to-be-erased");

        assertEquals(202, deleted.status());
        assertEquals("erased", client.settled(deleted.text("receipt")).text("state"));
        Client.Answer read = client.get("/v1/posts/to-be-erased");
        assertEquals(404, read.status());
        assertEquals("post-unknown", read.text("code"));
        List<ConsumerRecord<String, byte[]>> records = subscriber.of(ENRICHED, "to-be-erased");
        assertNull(records.get(records.size() - 1).value());
    }

    @Test
    void answersBadInputClearlyAndGoesOn() throws Exception {
        byte[] random = new byte[4_000];
        new Random(5).nextBytes(random);

        assertProblem(
                400,
                "malformed-envelope",
                client.post("application/json", "{\"title\":\"Half\",\"content\":\"cut".getBytes(UTF_8)));
        assertProblem(413, "body-too-large", client.post("text/plain", new byte[2 * 1024 * 1024]));
        assertProblem(415, "unsupported-media-type", client.post("image/png", random));
        assertProblem(400, "empty-body", client.post("text/markdown", new byte[0]));
        Client.Answer deep = client.post(
                "text/html", ("<div>".repeat(100_000) + "<p>Deep words, found at last.</p>").getBytes(UTF_8));
        Client.Answer noise = client.post("text/markdown", random);

        assertEquals("stored", client.settled(deep.text("receipt")).text("state"));
        assertEquals(
                "Deep words, found at last.",
                client.get("/v1/posts/" + deep.text("id")).text("text"));
        Client.Answer rejected = client.settled(noise.text("receipt"));
        assertEquals("rejected", rejected.text("state"));
        assertEquals("not-text", rejected.text("reason"));
        assertArrayEquals(
                random, subscriber.of(REJECTED, noise.text("id")).get(0).value());
        assertTrue(client.get("/v1/rejections").json().toString().contains(noise.text("receipt")));
        Client.Answer after = client.post("text/plain", "The stream goes on after all of that.".getBytes(UTF_8));
        assertEquals("stored", client.settled(after.text("receipt")).text("state"));
    }

    private List<Path> samples() throws IOException {
        List<Path> samples = new ArrayList<>();
        for (Path place :
                List.of(stand.root().resolve("deploy/samples"), stand.root().resolve("../shared/data/samples"))) {
            if (Files.isDirectory(place)) {
                try (var files = Files.list(place)) {
                    files.filter(file -> !file.getFileName().toString().equals("README.md"))
                            .sorted()
                            .forEach(samples::add);
                }
            } else {
                System.err.println("skipped: no samples at " + place.getFileName() + " beside this checkout");
            }
        }
        assertFalse(samples.isEmpty());
        return samples;
    }

    private static String type(Path sample) {
        String name = sample.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "md" -> "text/markdown";
            case "html" -> "text/html";
            case "json" -> "application/json";
            default -> "text/plain";
        };
    }

    private List<String> ids(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        client.get(path + "&limit=100")
                .json()
                .path("posts")
                .forEach(post -> ids.add(post.path("id").asText()));
        return ids;
    }

    private static void assertProblem(int status, String code, Client.Answer answer) {
        assertEquals(code, answer.text("code"));
        assertEquals(status, answer.status());
        assertFalse(answer.text("detail").isBlank());
    }
}
