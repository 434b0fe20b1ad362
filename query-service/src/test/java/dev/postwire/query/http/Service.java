package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** The service under test, as those who call it wait for it. */
final class Service {
    static final Duration SOON = Duration.ofSeconds(60);

    private Service() {}

    static void awaitReady() {
        await().atMost(SOON).untilAsserted(() -> given().get("/q/health").then().statusCode(200));
    }

    static void awaitPost(String id) {
        given().get("/v1/posts/" + id + "?wait=60s").then().statusCode(200);
    }
}
