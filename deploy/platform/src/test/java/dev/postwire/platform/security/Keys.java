package dev.postwire.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A ring of keys made for a test, and the tokens that open it. */
final class Keys {
    static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

    private final Map<String, AccessKey> keys = new HashMap<>();

    Token issue(String namespace, Role... roles) {
        Token token = Token.random();
        put(token, namespace, Set.of(roles), NOW.plus(Duration.ofDays(1)), null);
        return token;
    }

    Token expired() {
        Token token = Token.random();
        put(token, "", Set.of(Role.OPERATOR), NOW, null);
        return token;
    }

    Token revoked() {
        Token token = Token.random();
        put(token, "", Set.of(Role.OPERATOR), null, NOW.minusSeconds(1));
        return token;
    }

    KeyRing ring() {
        KeyRing ring = new KeyRing();
        ring.replace(keys);
        return ring;
    }

    private void put(Token token, String namespace, Set<Role> roles, Instant expires, Instant revoked) {
        Instant issued = NOW.minus(Duration.ofDays(1));
        AccessKey key = new AccessKey(token.id(), "somebody", roles, namespace, token.hash(), issued, expires, revoked);
        keys.put(token.id(), key);
    }
}
