package dev.postwire.ingest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that come packed are what they are unpacked, within the same bounds. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(60)
class PackedIT {
    private static final byte[] POST = "A post, packed for its way.".getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource
    String base;

    private Api api;

    @BeforeEach
    void ready() {
        api = new Api(base);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get("/q/health/ready").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aPackedPostIsTheSamePost(String coding) {
        HttpResponse<String> plain = api.post("/v1/posts", "text/plain", POST);
        HttpResponse<String> packed = post("/v1/posts", "text/plain", coding, pack(coding, POST));
        assertEquals(202, packed.statusCode(), packed.body());
        assertEquals(Api.json(plain).get("id"), Api.json(packed).get("id"));
        assertArrayEquals(POST, RawTopic.at(Api.receipt(packed)).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aBombIsTooLarge(String coding) {
        byte[] bomb = pack(coding, new byte[100 * 1024 * 1024]);
        problem(post("/v1/posts", "text/plain", coding, bomb), 413, "body-too-large");
        List<String> verdicts = lines(post("/v1/posts/batch", "application/x-ndjson", coding, bomb));
        assertEquals(1, verdicts.size());
        assertTrue(verdicts.get(0).startsWith("{\"line\":1,\"status\":413,"), verdicts.get(0));
        assertEquals(0, Metrics.of(api).inFlight());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aBrokenStreamIsNamed(String coding) {
        byte[] packed = pack(coding, POST);
        byte[] cut = Arrays.copyOf(packed, packed.length - 1);
        problem(post("/v1/posts", "text/plain", coding, cut), 400, "malformed-encoding");
        problem(post("/v1/posts", "text/plain", coding, POST), 400, "malformed-encoding");
        problem(post("/v1/posts/batch", "application/x-ndjson", coding, POST), 400, "malformed-encoding");
    }

    @Test
    void anotherCodingIsRefusedAndThoseTakenAreNamed() {
        HttpResponse<String> answer = post("/v1/posts", "text/plain", "br", POST);
        problem(answer, 415, "unsupported-media-type");
        assertEquals(
                "gzip, zstd", answer.headers().firstValue("Accept-Encoding").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aPackedBatchIsReadAsAStream(String coding) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++)
            lines.append("{}").append(" ".repeat(1000)).append('\n');
        byte[] packed = pack(coding, lines.toString().getBytes(StandardCharsets.UTF_8));
        assertTrue(packed.length < 400_000);
        List<String> verdicts = lines(post("/v1/posts/batch", "application/x-ndjson", coding, packed));
        assertEquals(20_000, verdicts.size());
        assertTrue(verdicts.get(19_999).startsWith("{\"line\":20000,\"status\":422,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aPackedBatchThatBreaksHasItsVerdictsUpToThere(String coding) {
        byte[] good = "{\"content\":\"good\"}\n".getBytes(StandardCharsets.UTF_8);
        byte[] whole = pack(coding, good);
        byte[] half = pack(coding, good);
        byte[] body = Arrays.copyOf(whole, whole.length + half.length - 5);
        System.arraycopy(half, 0, body, whole.length, half.length - 5);
        List<String> verdicts = lines(post("/v1/posts/batch", "application/x-ndjson", coding, body));
        assertTrue(verdicts.get(0).startsWith("{\"line\":1,\"status\":202,"), verdicts.get(0));
        String last = verdicts.get(verdicts.size() - 1);
        assertTrue(last.contains("\"status\":400,") && last.contains("malformed-encoding"), last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void blankLinesWithoutEndAreGivenUp(String coding) {
        byte[] blanks = new byte[100 * 1024 * 1024];
        Arrays.fill(blanks, (byte) '\n');
        List<String> verdicts = lines(post("/v1/posts/batch", "application/x-ndjson", coding, pack(coding, blanks)));
        assertEquals(1, verdicts.size());
        assertTrue(verdicts.get(0).contains("body-too-large"), verdicts.get(0));
        assertEquals(0, Metrics.of(api).inFlight());
    }

    private static void problem(HttpResponse<String> answer, int status, String code) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, Api.json(answer).get("code").asText());
    }

    private static List<String> lines(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body().lines().toList();
    }

    private HttpResponse<String> post(String path, String type, String coding, byte[] body) {
        return api.send(api.to(path, type)
                .header("Content-Encoding", coding)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private static byte[] pack(String coding, byte[] text) {
        if (coding.equals("zstd")) return Zstd.compress(text);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
