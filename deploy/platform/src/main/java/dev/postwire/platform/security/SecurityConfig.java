package dev.postwire.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What an operator may set of who comes in, and how often. */
@ConfigMapping(prefix = "postwire.security")
public interface SecurityConfig {
    /** To whom the service is open; a listener off loopback ends the start unless this says to whom. */
    @WithDefault("this-machine")
    OpenTo openTo();

    /** Origins (e.g. https://blog.example) whose pages may read the read API; absent: none. */
    Optional<Set<String>> readOrigins();

    /** Origins whose pages may also post and try posts, as the page of the query service does; absent: none. */
    Optional<Set<String>> writeOrigins();

    RateLimit rateLimit();

    /** To whom a service is open. */
    enum OpenTo {
        /** To every process of this machine, without a key; the listener must be on loopback. */
        THIS_MACHINE,
        /** To whoever has a key. */
        KEYS,
        /** To whoever reaches the listener, without a key. */
        EVERYONE
    }

    /** How often one caller may call one instance. */
    interface RateLimit {
        /** Calls that a caller may make in each window; absent: any number. */
        OptionalInt calls();

        /** The time in which a caller who has used up all calls gets them all back, a few at a time; from 1 second to 1 day. */
        @WithDefault("60S")
        Duration window();
    }
}
