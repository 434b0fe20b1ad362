package dev.postwire.platform.security;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The keys as far as they have been read. Written by one thread, read by any number, none of which ever waits. */
@Singleton
public class KeyRing {
    // Null until all keys that stood at start are read: before that nobody can be said to have none.
    private volatile Map<String, AccessKey> keys;

    boolean known() {
        return keys != null;
    }

    void replace(Map<String, AccessKey> read) {
        keys = Map.copyOf(read);
    }

    /** Whose token that is; empty where no key in force has it. */
    Optional<Caller> owner(Token token, Instant now) {
        return Optional.ofNullable(keys.get(token.id()))
                .filter(key -> token.hasHash(key.secretSha256()))
                .filter(key -> key.holdsAt(now))
                .map(AccessKey::caller);
    }
}
