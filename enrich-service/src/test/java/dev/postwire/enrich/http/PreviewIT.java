package dev.postwire.enrich.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
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
    void unpacksABodyAsTheIntakeDoes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("# Packed\n\nSome words.".getBytes(StandardCharsets.UTF_8));
        }
        packed("gzip", packed.toByteArray()).statusCode(200).body("post.title", equalTo("Packed"));
        packed("gzip", new byte[] {1, 2, 3}).statusCode(400).body("code", equalTo("malformed-encoding"));
        packed("br", packed.toByteArray()).statusCode(415).header("Accept-Encoding", equalTo("gzip, zstd"));
    }

    private static ValidatableResponse packed(String coding, byte[] body) {
        return given().contentType("text/markdown")
                .header("Content-Encoding", coding)
                .body(body)
                .post("/v1/preview")
                .then();
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
    void whoFindsNoRoomIsToldToComeBackAndWhatIsTooLargeIsRefusedUnread() throws IOException {
        int largest = 4 * 1024 * 1024;
        try (Socket filling = begun(largest)) {
            filling.getOutputStream().write(new byte[largest - 1]);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> given().contentType("text/plain")
                                    .body("A post.")
                                    .post("/v1/preview")
                                    .statusCode()
                            == 503);
            given().contentType("text/plain")
                    .body("A post.")
                    .post("/v1/preview")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("code", equalTo("overloaded"));
            try (Socket tooLarge = begun(largest + 1)) {
                String answer = new String(tooLarge.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertEquals("HTTP/1.1 413", answer);
            }
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> given().contentType("text/plain")
                                .body("A post.")
                                .post("/v1/preview")
                                .statusCode()
                        == 200);
    }

    /** A preview of that length, of which nothing is sent yet. */
    private static Socket begun(int length) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("POST /v1/preview HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: "
                                + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
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
