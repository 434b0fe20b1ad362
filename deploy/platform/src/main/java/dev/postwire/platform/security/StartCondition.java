package dev.postwire.platform.security;

import dev.postwire.platform.security.SecurityConfig.OpenTo;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What must hold for a service to open its door; else the start ends with a message that names the key. */
final class StartCondition {
    private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private StartCondition() {}

    /** @param host what the listener is bound to */
    static void check(SecurityConfig config, String host) {
        hold(
                config.openTo() != OpenTo.THIS_MACHINE || loopback(host),
                "postwire.security.open-to: the listener at " + host
                        + " can be reached from other machines, so say who may"
                        + " call it: keys (whoever has one, issued by 'postwire key issue'), or everyone");
        Duration window = config.rateLimit().window();
        hold(
                window.compareTo(SHORTEST_WINDOW) >= 0 && window.compareTo(LONGEST_WINDOW) <= 0,
                "postwire.security.rate-limit.window must be from 1 second to 1 day");
        hold(
                config.rateLimit().calls().orElse(1) >= 1,
                "postwire.security.rate-limit.calls must be at least 1; leave it out for no limit");
        checkOrigins("postwire.security.read-origins", config.readOrigins());
        checkOrigins("postwire.security.write-origins", config.writeOrigins());
    }

    private static void checkOrigins(String key, Optional<Set<String>> origins) {
        for (String origin : origins.orElse(Set.of())) {
            // What a browser sends: scheme, host and port, nothing after them.
            boolean good = origin.matches("https?://[A-Za-z0-9.:\\[\\]-]+")
                    && URI.create(origin).getHost() != null;
            hold(good, key + ": not an origin, as https://blog.example is one: " + origin);
        }
    }

    private static boolean loopback(String host) {
        if (host.isBlank()) return false;
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // the listener will say so too, should nobody have said who may call it
        }
    }

    private static void hold(boolean condition, String message) {
        if (!condition) throw new IllegalArgumentException(message);
    }
}
