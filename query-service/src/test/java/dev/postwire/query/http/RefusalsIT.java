package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked wrongly is told so, and nothing that is typed makes a call fail. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class RefusalsIT {
    private final String id = "post-" + UUID.randomUUID();

    @TestHTTPResource
    URI service;

    @BeforeEach
    void isReady() {
        Service.awaitReady();
    }

    @Test
    void refusesWhatCannotBeRead() {
        refuses("/v1/posts?limit=0", "malformed-parameter");
        refuses("/v1/posts?limit=x", "malformed-parameter");
        refuses("/v1/posts?from=yesterday", "malformed-parameter");
        refuses("/v1/posts?sort=best", "malformed-parameter");
        refuses("/v1/posts?language=%25", "malformed-parameter");
        refuses("/v1/posts?cursor=x", "malformed-cursor");
        refuses("/v1/posts?facets=x", "malformed-parameter");
        refuses("/v1/posts?fold=x", "malformed-parameter");
        refuses("/v1/timeline?interval=week", "malformed-parameter");
        refuses("/v1/tags?cursor=x", "malformed-cursor");
        refuses("/v1/rejections?limit=101", "malformed-parameter");
        refuses("/v1/posts/a%20b", "malformed-id");
        refuses("/v1/posts/" + "x".repeat(129), "malformed-id");
        refuses("/v1/posts/x?wait=61s", "malformed-parameter");
        refuses("/v1/posts/x?receipt=y", "malformed-receipt");
        refuses("/v1/receipts/x", "malformed-receipt");
        refuses("/v1/posts?langauge=en", "malformed-parameter");
        refuses("/v1/posts?language=en&language=de", "malformed-parameter");
        refuses("/v1/stream?site=a.example&site=b.example", "malformed-parameter");
        refuses("/v1/posts?from=2020&to=2019", "malformed-parameter");
        refuses("/v1/tags?limit=1&wait=1s", "malformed-parameter");
        refuses("/v1/feed.atom?highlight=true", "malformed-parameter");
        refuses("/v1/feed.json?facets=tag", "malformed-parameter");
        given().get("/?q=tea&utm_source=x").then().statusCode(200).contentType("text/html");
        given().get("/v1/posts?langauge=en")
                .then()
                .body("errors[0].field", equalTo("langauge"))
                .body("detail", containsString("Did you mean language?"));
    }

    private static void refuses(String url, String code) {
        given().urlEncodingEnabled(false)
                .get(url)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @Test
    void answers404ForWhatNeverWas() {
        given().get("/v1/posts/" + id).then().statusCode(404).body("code", equalTo("post-unknown"));
        given().get("/v1/receipts/0-999999").then().statusCode(404).body("code", equalTo("receipt-unknown"));
        given().get("/v1/receipts/999-0?wait=30s")
                .then()
                .statusCode(404)
                .body("code", equalTo("receipt-unknown"))
                .time(lessThan(20_000L));
        given().get("/v2/nothing").then().statusCode(404).body("code", equalTo("not-found"));
        given().delete("/v1/posts/" + id)
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS"))
                .body("code", equalTo("method-not-allowed"));
    }

    @Test
    void neverFailsOnAnythingTyped() throws Exception {
        for (String raw :
                List.of("%00", "%zz", "%", "{x}", "a|b", "%F0%9F", "%22", "'", "%5C", "a%26b", "%ED%A0%80", "+", "")) {
            for (String parameter : List.of("q", "tag", "site", "author")) {
                int status = rawStatus("/v1/posts?" + parameter + "=" + raw);
                assertTrue(status == 200 || status == 400, parameter + "=" + raw + " gave " + status);
            }
        }
    }

    /** Over a bare socket, for no client sends such addresses. */
    private int rawStatus(String target) throws Exception {
        try (var socket = new java.net.Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes("ISO-8859-1"));
            String answer = new String(socket.getInputStream().readAllBytes(), "ISO-8859-1");
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
