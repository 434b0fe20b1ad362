package dev.postwire.platform.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalNameTest {
    private final LocalName local = new LocalName("127.0.0.1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8081",
                "LocalHost:8081",
                "postwire.localhost:8081",
                "127.0.0.1",
                "127.0.0.1:8081",
                "127.8.9.10:1",
                "[::1]",
                "[::1]:8081",
                "[0:0:0:0:0:0:0:1]:8081",
                "[::ffff:127.0.0.1]:8081"
            })
    void whatIsLoopbackWhateverANameServerSaysIsThisMachine(String authority) {
        assertTrue(local.is(authority), authority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":8081",
                "evil.example",
                "evil.example:8081",
                "127.0.0.1.evil.example:8081",
                "localhost.evil.example",
                "evillocalhost",
                "evil.example@localhost",
                "localhost@evil.example",
                "localhost:80@evil.example",
                "localhost, evil.example",
                "0.0.0.0:8081",
                "10.0.0.1:8081",
                "2130706433",
                "[::]:8081",
                "[fe80::1]:8081",
                "[127.0.0.1]:8081",
                "[::1",
                "::1"
            })
    void anyOtherNameIsNot(String authority) {
        assertFalse(local.is(authority), authority);
    }

    @Test
    void theNameTheListenerIsBoundToIsThisMachine() {
        assertTrue(new LocalName("Loop.example").is("loop.example:8081"));
    }
}
