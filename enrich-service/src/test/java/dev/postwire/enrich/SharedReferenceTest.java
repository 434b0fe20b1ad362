package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.kafka.KafkaConfig;
import dev.postwire.platform.security.SecurityConfig;
import dev.postwire.testing.Reference;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all services share stands in the reference too; held to it here, since the platform knows no test parts. */
class SharedReferenceTest {
    @Test
    void listsTheKeysOfAllServices() {
        assertEquals(Reference.declared(KafkaConfig.class, SecurityConfig.class), Reference.listed("all"));
    }

    @Test
    void listsEveryProblemCode() {
        List<String> rows = Arrays.stream(ProblemCode.values())
                .map(code -> "| `" + code.code() + "` | " + code.status() + " | " + code.title() + " |")
                .toList();

        assertEquals(
                rows,
                Reference.page("problems.md").lines().filter(rows::contains).toList());
    }
}
