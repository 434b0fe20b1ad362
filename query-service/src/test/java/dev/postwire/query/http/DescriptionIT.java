package dev.postwire.query.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import dev.postwire.testing.BrokerResource;
import dev.postwire.testing.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service says of itself. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class DescriptionIT {
    @BeforeEach
    void isReady() {
        Service.awaitReady();
    }

    @Test
    void describesItselfAndItsState() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .body(containsString("<script src=\"/page/main.js\" type=\"module\"></script>"));
        given().get("/page/main.js").then().statusCode(200).header("Cache-Control", "no-cache");
        given().get("/page/base.css").then().statusCode(200);
        given().get("/v1/pipeline")
                .then()
                .statusCode(200)
                .body("toEnrich", greaterThanOrEqualTo(0))
                .body("search.serving", equalTo(true));
        given().get("/q/swagger-ui/").then().statusCode(200);
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/v1/posts'.get.responses.'200'.content.'application/json'.schema.'$ref'",
                        equalTo("#/components/schemas/PostList"))
                .body("components.schemas", hasKey("Problem"))
                .body("paths.'/v1/posts'.get.parameters.name", hasItem("q"))
                .body("paths.'/v1/posts'.get.responses.'503'.'$ref'", equalTo("#/components/responses/Unavailable"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("postwire_query_received_total"))
                .body(containsString("postwire_query_lag"))
                .body(containsString("postwire_end_to_end_seconds_bucket"));
        given().get("/q/health").then().body("checks.size()", greaterThan(4));
    }
}
