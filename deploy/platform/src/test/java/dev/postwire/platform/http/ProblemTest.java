package dev.postwire.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void writesTheFieldsOfTheStandardAndLeavesOutWhatIsAbsent() throws Exception {
        Problem problem = Problem.of(
                ProblemCode.INVALID_FIELD,
                "One field is not as it must be.",
                List.of(Problem.FieldError.of("/language", "not a language tag")));

        JsonNode body = json.readTree(json.writeValueAsString(problem));

        assertEquals(json.readTree("""
                        {"type":"https://postwire.dev/problems/invalid-field",
                         "title":"A field has a value that is not allowed","status":422,"code":"invalid-field",
                         "detail":"One field is not as it must be.",
                         "errors":[{"field":"/language","message":"not a language tag"}]}
                        """), body);
    }

    @Test
    void sendsRetryAfterAsAHeaderAndNotInTheBody() throws Exception {
        Problem problem = Problem.retryable(ProblemCode.BROKER_UNAVAILABLE, "Try again.", Duration.ofSeconds(7));

        assertEquals("7", ProblemMappers.answer(problem).getHeaderString("Retry-After"));
        assertFalse(json.writeValueAsString(problem).contains("retryAfter"));
    }

    @Test
    void namesEveryCodeOnce() {
        List<String> codes =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList();

        assertEquals(codes.size(), codes.stream().distinct().count());
        assertTrue(codes.stream().allMatch(code -> code.matches("[a-z]+(-[a-z]+)*")));
    }
}
