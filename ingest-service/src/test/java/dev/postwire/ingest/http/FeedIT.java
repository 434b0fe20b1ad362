package dev.postwire.ingest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.luben.zstd.Zstd;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The entries of a feed are posts, each once, however often the feed is posted. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(60)
class FeedIT {
    private static final String ATOM = "application/atom+xml";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TWO = "<rss version='2.0'><channel><language>en</language>"
            + "<item><guid isPermaLink='false'>1</guid><link>/1</link><title>One</title><description>&lt;p>one</description></item>"
            + "<item><title>Two</title></item></channel></rss>";

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
    void everyEntryIsAnEnvelopeOnTheTopic() throws IOException {
        List<JsonNode> verdicts = verdicts(api.post("/v1/feeds?url=https://a.example/feed.xml", "text/xml", TWO));
        assertEquals(2, verdicts.size());
        assertEquals(1, verdicts.get(0).get("line").asInt());
        ConsumerRecord<String, byte[]> record =
                RawTopic.at(verdicts.get(0).get("receipt").asText());
        assertEquals(List.of(), RawTopic.faults(record));
        assertEquals(verdicts.get(0).get("id").asText(), record.key());
        JsonNode envelope = JSON.readTree(record.value());
        assertEquals("https://a.example/1", envelope.get("url").asText());
        assertEquals("One", envelope.get("title").asText());
        assertEquals("en", envelope.get("language").asText());
        assertEquals("text/html", envelope.get("contentType").asText());
        assertEquals("<p>one", envelope.get("content").asText());
        assertEquals(List.of("application/json"), RawTopic.headers(record, "content-type"));
    }

    @Test
    void aFeedPostedAgainHasTheSameIds() throws IOException {
        String path = "/v1/feeds?url=https://a.example/feed.xml";
        List<JsonNode> first = verdicts(api.post(path, "text/xml", TWO));
        List<JsonNode> second = verdicts(api.post(path, "application/rss+xml", TWO.replace("one", "changed")));
        assertEquals(first.get(0).get("id"), second.get(0).get("id"));
        assertEquals(first.get(1).get("id"), second.get(1).get("id"));
    }

    @Test
    void aFeedThatBreaksLeavesNothing() {
        long before = RawTopic.size();
        HttpResponse<String> answer = api.post("/v1/feeds", ATOM, TWO.replace("</channel>", ""));
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals("malformed-feed", Api.json(answer).get("code").asText());
        assertEquals(1, Api.json(answer).at("/errors/0/line").asInt());
        assertEquals(before, RawTopic.size());
        assertEquals(0, Metrics.of(api).inFlight());
    }

    @Test
    void whatWouldTakeMoreMemoryThanThereIsIsRefused() {
        String objects = "{\"items\":[" + "{},".repeat(2_700_000) + "{}]}";
        byte[] packed = Zstd.compress(objects.getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> answer = api.send(api.to("/v1/feeds", "application/feed+json")
                .header("Content-Encoding", "zstd")
                .POST(BodyPublishers.ofByteArray(packed))
                .build());
        assertEquals(413, answer.statusCode(), answer.body());
        String names = "<!DOCTYPE rss [<!ENTITY a '" + "x".repeat(900) + "'>]><rss><channel><item><title>"
                + "&a;".repeat(300_000) + "</title></item></channel></rss>";
        assertEquals(400, api.post("/v1/feeds", "text/xml", names).statusCode());
        assertEquals(0, Metrics.of(api).inFlight());
    }

    @Test
    void whatIsNoFeedIsRefused() {
        assertEquals(415, api.post("/v1/feeds", "text/html", TWO).statusCode());
        assertEquals(422, api.post("/v1/feeds?title=x", ATOM, TWO).statusCode());
        assertEquals(422, api.post("/v1/feeds?url=nowhere", ATOM, TWO).statusCode());
        assertEquals(400, api.post("/v1/feeds", ATOM, "").statusCode());
        assertEquals(413, api.post("/v1/feeds", ATOM, new byte[9 * 1024 * 1024]).statusCode());
        assertEquals(
                200,
                api.post("/v1/feeds", ATOM, "<feed xmlns='http://www.w3.org/2005/Atom'/>")
                        .statusCode());
    }

    @Test
    void aFeedOfThousandsHasAVerdictEach() throws IOException {
        StringBuilder feed = new StringBuilder("<rss><channel>");
        for (int i = 0; i < 5000; i++)
            feed.append("<item><guid>g")
                    .append(i)
                    .append("</guid><title>t")
                    .append(i)
                    .append("</title></item>");
        List<JsonNode> verdicts = verdicts(api.post("/v1/feeds", "application/xml", feed + "</channel></rss>"));
        assertEquals(5000, verdicts.size());
        assertTrue(verdicts.stream().allMatch(verdict -> verdict.get("status").asInt() == 202));
        assertEquals(0, Metrics.of(api).inFlight());
    }

    private static List<JsonNode> verdicts(HttpResponse<String> answer) throws IOException {
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(answer.body())
                .readAll();
    }
}
