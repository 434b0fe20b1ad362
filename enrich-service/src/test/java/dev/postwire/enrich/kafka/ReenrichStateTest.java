package dev.postwire.enrich.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.kafka.ReenrichState.Passed;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReenrichStateTest {
    private final ReenrichState state = new ReenrichState();

    @Test
    void endsARunThatHasPassedEveryPartitionThatHeldSomething() throws IOException {
        ask(7);
        pass(7, 0);
        assertTrue(state.hasPassed(7, 0));
        assertEquals(7, state.underWay().orElseThrow().run());

        pass(7, 2);

        assertEquals(Optional.empty(), state.underWay());
        assertEquals(7, state.request().orElseThrow().run());
    }

    /** Whoever says that a run is through may say so when the next one is asked for already. */
    @Test
    void endsNoLaterRun() throws IOException {
        ask(7);
        ask(8);
        pass(7, 0);
        pass(7, 2);

        assertEquals(8, state.underWay().orElseThrow().run());
        assertFalse(state.hasPassed(8, 0));
    }

    @Test
    void endsByRequest() throws IOException {
        ask(7);
        state.take(ReenrichState.REQUEST, null);

        assertEquals(Optional.empty(), state.underWay());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[",
                "{\"run\":9,\"rate\":1,\"all\":false,\"enricher\":\"three\",\"ends\":{\"0\":1}}",
                "{\"run\":9,\"rate\":1,\"all\":false,\"enricher\":\"99999999999\",\"ends\":{\"0\":1}}",
                "{\"run\":9,\"rate\":1,\"all\":false,\"enricher\":\"3\"}"
            })
    void goesOnWithWhatItHasWhereARequestCannotBeRead(String value) throws IOException {
        ask(7);

        assertThrows(IOException.class, () -> state.take(ReenrichState.REQUEST, value.getBytes(UTF_8)));
        assertEquals(7, state.underWay().orElseThrow().run());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[", "{\"letter\":1}", "7"})
    void takesNoRedriveFromARequestThatCannotBeRead(String value) {
        assertThrows(IOException.class, () -> RedriveRequest.read(value.getBytes(UTF_8)));
    }

    private void ask(long run) throws IOException {
        ReenrichRequest request = new ReenrichRequest(run, 50, false, "3", Map.of(0, 10L, 1, 0L, 2, 5L));
        state.take(ReenrichState.REQUEST, Json.bytes(request));
    }

    private void pass(long run, int partition) throws IOException {
        Passed passed = new Passed(run, partition);
        state.take(passed.key(), Json.bytes(passed));
    }
}
