package dev.postwire.platform.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postwire.platform.security.SecurityConfig.OpenTo;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartConditionTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "localhost", "::1"})
    void isOpenOnLoopback(String host) {
        assertDoesNotThrow(() -> StartCondition.check(config(Map.of()), host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "", " ", "192.0.2.7"})
    void doesNotStartOffLoopbackUntilSomebodySaysWhoMayCall(String host) {
        assertNamed("postwire.security.open-to", Map.of(), host);
        for (String to : new String[] {"keys", "everyone"}) {
            assertDoesNotThrow(() -> StartCondition.check(config(Map.of("postwire.security.open-to", to)), host));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postwire.security.rate-limit.calls,0",
        "postwire.security.rate-limit.window,500MS",
        "postwire.security.rate-limit.window,25H",
        "postwire.security.read-origins,*",
        "postwire.security.read-origins,https://blog.example/",
        "postwire.security.read-origins,null",
        "postwire.security.write-origins,*"
    })
    void endsTheStartWhereAValueCannotWork(String key, String value) {
        assertNamed(key, Map.of(key, value), "127.0.0.1");
    }

    @Test
    void takesGoodValues() {
        assertDoesNotThrow(() -> StartCondition.check(
                config(Map.of(
                        "postwire.security.rate-limit.calls", "5",
                        "postwire.security.read-origins", "https://blog.example,http://127.0.0.1:8080",
                        "postwire.security.write-origins", "http://127.0.0.1:8080")),
                "127.0.0.1"));
    }

    private static void assertNamed(String key, Map<String, String> keys, String host) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> StartCondition.check(config(keys), host));
        assertEquals(key, e.getMessage().split("[: ]")[0]);
    }

    private static SecurityConfig config(Map<String, String> keys) {
        Map<String, String> said = new HashMap<>();
        keys.forEach((key, value) -> said.put(key.replace("postwire.security.", ""), value));
        return new Said(
                OpenTo.valueOf(said.getOrDefault("open-to", "this-machine")
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                origins(said.get("read-origins")),
                origins(said.get("write-origins")),
                new Limit(
                        said.containsKey("rate-limit.calls")
                                ? OptionalInt.of(Integer.parseInt(said.get("rate-limit.calls")))
                                : OptionalInt.empty(),
                        DurationConverter.parseDuration(said.getOrDefault("rate-limit.window", "60S"))));
    }

    private static Optional<Set<String>> origins(String said) {
        return Optional.ofNullable(said).map(origins -> Set.of(origins.split(",")));
    }

    private record Said(
            OpenTo openTo, Optional<Set<String>> readOrigins, Optional<Set<String>> writeOrigins, RateLimit rateLimit)
            implements SecurityConfig {}

    private record Limit(OptionalInt calls, Duration window) implements SecurityConfig.RateLimit {}
}
