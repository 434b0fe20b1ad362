package dev.postwire.ingest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.SharedTar;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What others collected to break readers of JSON, of feeds and of any text: never a 5xx, and what is taken comes out as it went in. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(120)
class SharedIntakeIT {
    private static final JsonMapper JSON = new JsonMapper();

    @TestHTTPResource
    String base;

    private Api api;

    @BeforeEach
    void ready() {
        api = new Api(base);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void everyFeedIsTakenOrRefusedWithAPlace() throws IOException {
        List<String> wrong = new ArrayList<>();
        int posted = 0;
        for (Map.Entry<String, byte[]> file :
                SharedTar.files("hostile/feeds.tar.gz").entrySet()) {
            boolean sample = posted++ % 10 == 0; // each goes the same way, and each is read in SharedFeedsTest
            if (!file.getKey().contains("formed/") || !sample && !file.getKey().contains("illformed")) continue;
            HttpResponse<String> answer = api.post("/v1/feeds", "application/xml", file.getValue());
            boolean wellFormed = file.getKey().contains("wellformed");
            // An entry without a single word is none, in whichever feed.
            boolean taken = answer.statusCode() == 200
                    && answer.body()
                            .lines()
                            .allMatch(line -> line.contains("\"status\":202,") || line.contains("must not be blank"));
            boolean placed = answer.statusCode() == 400
                    && Api.json(answer).at("/errors/0/column").asInt() > 0;
            if (!taken && (wellFormed || !placed))
                wrong.add(file.getKey() + " " + answer.statusCode() + " " + answer.body());
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void jsonIsTakenAndRefusedAsItsStandardSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, byte[]> files = SharedTar.files("hostile/json.tar.gz");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = file.getKey().replaceAll(".*/", "");
            if (!name.matches("[yni]_.*\\.json")) continue;
            int status =
                    api.post("/v1/posts", "application/json", file.getValue()).statusCode();
            // Sound JSON that is no envelope is a 422, or a 400 where it is no object at all, or says a name twice.
            boolean right = status == 400 || status == 422 && !name.startsWith("n_");
            if (!right) wrong.add(name + " " + status);
        }
        assertTrue(files.size() > 300, files.size() + " files");
        assertEquals(List.of(), wrong);
    }

    @Test
    void naughtyStringsComeBackAsTheyWentIn() throws IOException {
        JsonNode strings = JSON.readTree(SharedTar.files("hostile/naughty-strings.tar.gz").entrySet().stream()
                .filter(file -> file.getKey().endsWith("blns.json"))
                .findFirst()
                .orElseThrow()
                .getValue());
        List<byte[]> lines = new ArrayList<>();
        for (JsonNode string : strings) {
            if (!string.textValue().isBlank())
                lines.add(JSON.writeValueAsBytes(JSON.createObjectNode().put("content", string.textValue())));
        }
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            batch.write(line);
            batch.write('\n');
        }
        String[] verdicts = api.post("/v1/posts/batch", "application/x-ndjson", batch.toByteArray())
                .body()
                .split("\n");
        assertEquals(lines.size(), verdicts.length);
        for (int i = 0; i < verdicts.length; i++) {
            JsonNode verdict = JSON.readTree(verdicts[i]);
            assertEquals(202, verdict.get("status").asInt(), verdicts[i]);
            if (i % 25 == 0)
                assertArrayEquals(
                        lines.get(i),
                        RawTopic.at(verdict.get("receipt").asText()).value());
        }
    }

    @Test
    void naughtyStringsAsParametersAreTakenOrNamed() throws IOException {
        JsonNode strings = JSON.readTree(SharedTar.files("hostile/naughty-strings.tar.gz").entrySet().stream()
                .filter(file -> file.getKey().endsWith("blns.json"))
                .findFirst()
                .orElseThrow()
                .getValue());
        int posted = 0;
        for (JsonNode string : strings) {
            String value = java.net.URLEncoder.encode(string.textValue(), StandardCharsets.UTF_8);
            String name = List.of("title", "url", "tag", value.isEmpty() ? "x" : value)
                    .get(posted++ % 4);
            int said = api.post("/v1/posts?" + name + "=" + value, "text/plain", "x")
                    .statusCode();
            assertTrue(said == 202 || said == 422, name + " " + string + " " + said);
            if (posted % 4 != 0) continue;
            int status = api.put("/v1/posts/" + value.replace("+", "%20"), "text/plain", "x")
                    .statusCode();
            assertTrue(status == 202 || status == 400 || status == 404 || status == 405, string + " " + status);
        }
    }
}
