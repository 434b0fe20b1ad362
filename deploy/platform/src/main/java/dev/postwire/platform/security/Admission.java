package dev.postwire.platform.security;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Decides who comes in, from what a call says of itself. Never waits; safe for any number of threads. */
final class Admission {
    private static final String SCHEME = "Bearer ";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final KeyRing ring;
    private final boolean keysNeeded;
    private final Clock clock;

    Admission(KeyRing ring, boolean keysNeeded, Clock clock) {
        this.ring = ring;
        this.keysNeeded = keysNeeded;
        this.clock = clock;
    }

    /** What became of a call at the gate. */
    sealed interface Decision {
        record Admitted(Caller caller) implements Decision {}

        /** @param challenge the value of {@code WWW-Authenticate} by RFC 6750; empty where none belongs there */
        record Refused(Problem problem, String challenge) implements Decision {}
    }

    /**
     * @param authorization the header of that name; null where there is none
     * @param foreignPage whether a browser says that a page which is neither ours nor named makes a call that changes something
     */
    Decision decide(Access.Need need, String authorization, boolean foreignPage) {
        Optional<String> said = bearer(authorization);
        // Who shows a key is held to it, also where none is needed: a revoked one never passes for no key.
        if (said.isPresent()) return byKey(need, said.get());
        if (need instanceof Access.Need.Nothing) return new Decision.Admitted(nobody());
        if (keysNeeded) return refuse(ProblemCode.UNAUTHENTICATED, "Name a key: Authorization: Bearer pw_…", "");
        if (foreignPage) {
            return new Decision.Refused(
                    Problem.of(ProblemCode.CROSS_SITE, "A page of another origin may not do this without a key."), "");
        }
        return new Decision.Admitted(Caller.ANYONE);
    }

    private Decision byKey(Access.Need need, String said) {
        if (!ring.known()) {
            return new Decision.Refused(
                    Problem.retryable(
                            ProblemCode.BROKER_UNAVAILABLE, "The keys are not read yet. Come again.", RETRY_AFTER),
                    "");
        }
        Optional<Caller> caller = Token.parse(said).flatMap(token -> ring.owner(token, clock.instant()));
        if (caller.isEmpty()) {
            String detail = "The key is unknown, expired or revoked.";
            return refuse(ProblemCode.UNAUTHENTICATED, detail, ", error=\"invalid_token\"");
        }
        if (need instanceof Access.Need.Of of && !caller.get().may(of.role())) {
            String role = of.role().code();
            String detail = "This takes a key with the role " + role + ".";
            return refuse(ProblemCode.FORBIDDEN, detail, ", error=\"insufficient_scope\", scope=\"" + role + "\"");
        }
        return new Decision.Admitted(caller.get());
    }

    private Caller nobody() {
        return keysNeeded ? new Caller("", java.util.Set.of(), "") : Caller.ANYONE;
    }

    private static Optional<String> bearer(String authorization) {
        boolean ours = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return ours ? Optional.of(authorization.substring(SCHEME.length()).strip()) : Optional.empty();
    }

    private static Decision refuse(ProblemCode code, String detail, String why) {
        return new Decision.Refused(Problem.of(code, detail), "Bearer realm=\"postwire\"" + why);
    }
}
