package dev.postwire.ingest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postwire.ingest.post.ContentType;
import dev.postwire.ingest.post.Intake;
import dev.postwire.ingest.post.Metadata;
import dev.postwire.ingest.post.Namespace;
import dev.postwire.ingest.post.PostId;
import dev.postwire.ingest.post.Verdict;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.kafka.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows is what callers get. */
class ApiExamplesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                ApiExamples.MALFORMED_ENVELOPE,
                ApiExamples.EMPTY_BODY,
                ApiExamples.BODY_TOO_LARGE,
                ApiExamples.UNSUPPORTED_MEDIA_TYPE,
                ApiExamples.INVALID_FIELD,
                ApiExamples.BROKER_UNAVAILABLE
            })
    void problemsHaveTheTitleAndStatusOfTheirCode(String example) throws IOException {
        JsonNode shown = JSON.readTree(example);
        ProblemCode code = ProblemCode.valueOf(
                shown.get("code").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        Problem problem = Problem.of(code, shown.get("detail").asText());
        assertEquals(problem.type(), shown.get("type").asText());
        assertEquals(problem.title(), shown.get("title").asText());
        assertEquals(problem.status(), shown.get("status").asInt());
    }

    @Test
    void refusalsReadAsShown() throws IOException {
        assertEquals(
                JSON.readTree(ApiExamples.UNSUPPORTED_MEDIA_TYPE),
                JSON.valueToTree(Refusals.mediaType().problem()));
        assertEquals(
                JSON.readTree(ApiExamples.EMPTY_BODY),
                JSON.valueToTree(Refusals.of(new Verdict.EmptyBody()).problem()));
        assertEquals(
                JSON.readTree(ApiExamples.MALFORMED_ENVELOPE),
                JSON.valueToTree(Refusals.of(judge("{\"content\":\"half of i")).problem()));
        Metadata.Reading reading = Metadata.read(Map.of("language", java.util.List.of("a_b")));
        assertEquals(
                JSON.readTree(ApiExamples.INVALID_FIELD),
                JSON.valueToTree(Refusals.invalidFields(((Metadata.Reading.Wrong) reading).faults())
                        .problem()));
    }

    @Test
    void theEnvelopeShownIsTaken() {
        ContentType type = ContentType.of("application/json").orElseThrow();
        assertInstanceOf(
                Verdict.Accepted.class,
                new Intake(Namespace.ANY)
                        .judge(type, Metadata.NONE, ApiExamples.ENVELOPE.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theReceiptShownHasTheFieldsOfTheAnswer() throws IOException {
        JsonNode shown = JSON.readTree(ApiExamples.RECEIPTED);
        String id = PostId.of(shown.get("id").asText()).orElseThrow().value();
        assertEquals(shown, JSON.valueToTree(new Receipted(id, "3-1742")));
    }

    @Test
    void theVerdictsShownAreThoseOfTheBatchShown() throws IOException {
        String[] lines = ApiExamples.BATCH.split("\n");
        String[] verdicts = ApiExamples.VERDICTS.split("\n");
        ContentType type = ContentType.of("application/json").orElseThrow();
        for (int i = 0; i < 3; i++) {
            Verdict verdict =
                    new Intake(Namespace.ANY).judge(type, Metadata.NONE, lines[i].getBytes(StandardCharsets.UTF_8));
            JsonNode shown = JSON.readTree(verdicts[i]);
            LineVerdict line = verdict instanceof Verdict.Refused refused
                    ? LineVerdict.refused(i + 1L, Refusals.of(refused).problem())
                    : LineVerdict.accepted(
                            i + 1L,
                            ((Verdict.Accepted) verdict).submission().id(),
                            Receipt.parse(shown.get("receipt").asText()).orElseThrow());
            assertEquals(shown, JSON.readTree(JSON.writeValueAsString(line)));
        }
    }

    private static Verdict.Refused judge(String envelope) {
        ContentType type = ContentType.of("application/json").orElseThrow();
        return (Verdict.Refused)
                new Intake(Namespace.ANY).judge(type, Metadata.NONE, envelope.getBytes(StandardCharsets.UTF_8));
    }
}
