package dev.postwire.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyOrderTest {
    @Test
    void readsWhatIsAsked() {
        assertEquals(
                new KeyOrder.Issue(Set.of(Role.PUBLISHER, Role.READER), "blog.", "ferry-blog", Duration.ofDays(90)),
                read("issue --role publisher --role reader --namespace blog. --name ferry-blog --expires 90d"));
        assertEquals(new KeyOrder.Issue(Set.of(Role.OPERATOR), "", "", Duration.ZERO), read("issue --role operator"));
        assertEquals(
                new KeyOrder.Issue(Set.of(Role.PUBLISHER), "", "", Duration.ZERO),
                read("issue --role publisher --namespace *"));
        assertEquals(new KeyOrder.Revoke("9f3a5c0b17d2e864"), read("revoke 9f3a5c0b17d2e864"));
        assertEquals(new KeyOrder.Inventory(), read("list"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "steal",
                "list all",
                "revoke",
                "issue",
                "issue --role king",
                "issue --role publisher",
                "issue --role publisher --namespace blog",
                "issue --role reader --namespace blog.",
                "issue --role reader --name a/b",
                "issue --role reader --expires soon",
                "issue --role reader --expires 0d",
                "issue --role",
                "issue --rule reader"
            })
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThrows(IllegalArgumentException.class, () -> read(line));
    }

    private static KeyOrder read(String line) {
        return KeyOrder.read(line.isEmpty() ? List.of() : Arrays.asList(line.split(" ")));
    }
}
