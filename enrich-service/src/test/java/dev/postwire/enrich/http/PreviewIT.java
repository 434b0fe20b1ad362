package dev.postwire.enrich.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class PreviewIT {
    @Test
    void answersTheDocumentAndATraceOfTheSteps() {
        given().contentType("text/markdown")
                .queryParam("tag", "One", "Two")
                .queryParam("title", "A title from outside")
                .body("# A heading\n\nSome words.")
                .post("/v1/preview")
                .then()
                .statusCode(200)
                .body("post.title", equalTo("A title from outside"))
                .body("post.tags.slug", contains("one", "two"))
                .body("post.outline", hasSize(1))
                .body(
                        "trace.step",
                        contains(
                                "read", "extract", "sanitise", "render", "language", "tag", "entities", "fingerprint"));
    }

    @Test
    void namesThePlaceInABrokenEnvelope() {
        given().contentType("application/json")
                .body("{\"content\": \"half")
                .post("/v1/preview")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed-envelope"))
                .body("detail", containsString("line 1"));
    }

    @Test
    void saysWhyAPostWouldBeRejected() {
        given().contentType("text/html")
                .body("<script>x()</script>")
                .post("/v1/preview")
                .then()
                .statusCode(422)
                .body("code", equalTo("unreadable"))
                .body("detail", containsString("no-content"));
    }

    @Test
    void refusesOtherMediaTypesAndEmptyBodiesAndBodiesOverTheLimit() {
        given().contentType("image/png")
                .body(new byte[10])
                .post("/v1/preview")
                .then()
                .statusCode(415);
        given().contentType("text/plain")
                .body("")
                .post("/v1/preview")
                .then()
                .statusCode(400)
                .body("code", equalTo("empty-body"));
        given().contentType("text/plain")
                .body("a".repeat(4 * 1024 * 1024 + 1))
                .post("/v1/preview")
                .then()
                .statusCode(413)
                .body("code", equalTo("body-too-large"));
    }

    @Test
    void servesItsDescriptionHealthAndMetrics() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/v1/preview"));
        given().get("/q/swagger-ui/").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200).body("checks.name", contains("loops"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("postwire_enrich_received_total"));
        given().get("/nowhere").then().statusCode(404).body("code", equalTo("not-found"));
    }
}
