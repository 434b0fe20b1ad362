package dev.postwire.ingest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The calls are described in full, on a page of their own. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class DescriptionIT {
    @TestHTTPResource
    String base;

    @Test
    void everyCallIsDescribedWithAllItsAnswers() {
        JsonNode api = Api.json(new Api(base).get("/q/openapi?format=json"));
        Set<String> answers = new TreeSet<>();
        api.at("/paths/~1v1~1posts/post/responses").fieldNames().forEachRemaining(answers::add);
        assertEquals(Set.of("202", "400", "408", "413", "415", "422", "503"), answers);
        assertEquals(8, api.at("/paths/~1v1~1posts/post/parameters").size());
        assertEquals(9, api.at("/paths/~1v1~1posts~1{id}/put/parameters").size());
        assertEquals(4, api.at("/components/requestBodies/post/content").size());
        assertFalse(api.at("/paths/~1v1~1posts~1{id}/delete").isMissingNode());
        for (String reference : api.findValuesAsText("$ref")) {
            assertFalse(api.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    @Test
    void thePageIsThere() {
        assertTrue(new Api(base).get("/q/swagger-ui/").body().contains("swagger"));
    }
}
