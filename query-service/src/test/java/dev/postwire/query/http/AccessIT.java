package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.security.KeyProgram;
import dev.postwire.testing.Broker;
import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whoever describes a call that readers may make gives it a row in the table of accesses; whoever describes one for operators names
 * it here.
 */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class AccessIT {
    private static final Set<String> FOR_OPERATORS = Set.of(
            "get /v1/pipeline",
            "get /v1/rejections",
            "get /v1/rejections/{number}",
            "post /v1/rejections/{number}/redrive");

    @Test
    void aReaderMayMakeEveryDescribedCallButThoseOfOperators() throws Exception {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        KafkaClients clients =
                KafkaClients.of(Map.of("bootstrap.servers", Broker.shared().bootstrapServers()), "key");
        String key = new KeyProgram(clients, Instant.now())
                .carryOut(List.of("issue", "--role", "reader"))
                .lines()
                .toList()
                .get(1);
        await().atMost(Duration.ofSeconds(10)).until(() -> status(key, "get", "/v1/tags") == 200);
        Map<String, Map<String, Object>> described =
                given().accept("application/json").get("/q/openapi?format=json").path("paths");
        Set<String> refused = new TreeSet<>();
        described.forEach((path, methods) -> methods.keySet().forEach(method -> {
            if (status(key, method, path) == 403) refused.add(method + " " + path);
        }));
        assertEquals(FOR_OPERATORS, refused);
    }

    /** A question what may be got needs what getting it needs, and is answered at once, also where the answer is a stream. */
    private static int status(String key, String method, String path) {
        String asked = method.equals("get") && !path.equals("/v1/tags") ? "options" : method;
        return given().header("Authorization", "Bearer " + key)
                .request(asked, path.replaceAll("\\{[a-z]+}", "1"))
                .statusCode();
    }
}
