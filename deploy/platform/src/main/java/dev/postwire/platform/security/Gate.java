package dev.postwire.platform.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.security.Admission.Decision;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every call of every service passes first, on the event loop and without waiting: who is it, may it do that, does it come too
 * often. Only then is a body read or a resource found, so nothing behind the gate can forget to ask.
 */
@Singleton
final class Gate {
    /** Before the framework's own authentication, which takes over what is found out here. */
    private static final int FIRST = 1_000;

    private static final List<ProblemCode> REASONS = List.of(
            ProblemCode.UNAUTHENTICATED,
            ProblemCode.FORBIDDEN,
            ProblemCode.CROSS_SITE,
            ProblemCode.BAD_REQUEST,
            ProblemCode.RATE_LIMITED,
            ProblemCode.BROKER_UNAVAILABLE);

    private static final String OTHER_NAME =
            "This service is open to its own machine only: call it by localhost or a loopback address, and by no other name.";

    private static final String UNSOUND =
            "A request names its host once, and ends its body by its length or in chunks, not in another way or in two.";

    private static final int BAD_REQUEST = 400;

    private final Admission admission;
    private final Optional<RateLimiter> limiter;
    private final CrossOrigin crossOrigin;
    private final Set<String> writing;
    private final Refusal refusal;
    private final MeterRegistry metrics;
    private final SecurityConfig config;
    private final String host;
    private final LocalName localName;

    Gate(
            SecurityConfig config,
            KeyRing ring,
            ObjectMapper json,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.config = config;
        this.host = host;
        this.localName = new LocalName(host);
        this.admission = new Admission(ring, config.openTo() == SecurityConfig.OpenTo.KEYS, Clock.systemUTC());
        this.limiter = config.rateLimit().calls().isEmpty()
                ? Optional.empty()
                : Optional.of(new RateLimiter(
                        config.rateLimit().calls().getAsInt(),
                        config.rateLimit().window(),
                        TimeMeter.SYSTEM_NANOTIME));
        this.writing = config.writeOrigins().orElse(Set.of());
        this.crossOrigin = new CrossOrigin(config.readOrigins().orElse(Set.of()), writing);
        this.refusal = new Refusal(json);
        this.metrics = metrics;
        // All made beforehand, so that a rate over the first of a kind is not missing.
        REASONS.forEach(this::refused);
    }

    /** Called while the service puts its listener together: what throws here ends the start before the door is open. */
    void register(@Observes Filters filters) {
        StartCondition.check(config, host);
        filters.register(this::pass, FIRST);
    }

    /** What the router itself refuses, a call without a host above all, would be answered by the framework, in a shape of its own. */
    void registerRefusals(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(call -> {
            if (call.failure() instanceof VertxException && call.statusCode() == BAD_REQUEST) refuseUnsound(call);
            else call.next();
        });
    }

    private void refuseUnsound(RoutingContext call) {
        AnswerHeaders.put(call);
        Refusal.closeAfter(call);
        refuse(call, Problem.of(ProblemCode.BAD_REQUEST, UNSOUND));
    }

    private void pass(RoutingContext call) {
        if (!Framing.isSound(call.request())) {
            refuseUnsound(call);
            return;
        }
        AnswerHeaders.put(call);
        if (config.openTo() == SecurityConfig.OpenTo.THIS_MACHINE && !localName.isSaidBy(call.request())) {
            refuse(call, Problem.of(ProblemCode.CROSS_SITE, OTHER_NAME));
            return;
        }
        if (crossOrigin.settles(call)) return;
        HttpServerRequest request = call.request();
        String method = request.method().name();
        Access.Need need = Access.need(method, call.normalizedPath());
        Decision decision =
                admission.decide(need, request.getHeader(HttpHeaders.AUTHORIZATION), foreignPage(request, method));
        if (decision instanceof Decision.Refused refused) {
            if (!refused.challenge().isEmpty()) {
                call.response().putHeader("WWW-Authenticate", refused.challenge());
            }
            boolean within = need instanceof Access.Need.Nothing || withinLimit(call, CallerAddress.of(request));
            if (within) refuse(call, refused.problem());
            return;
        }
        Caller caller = ((Decision.Admitted) decision).caller();
        caller.isCalling(call);
        boolean limited = !(need instanceof Access.Need.Nothing);
        if (limited && !withinLimit(call, Caller.account(call))) return;
        call.next();
    }

    /** Answers by itself where the caller has come too often. */
    private boolean withinLimit(RoutingContext call, String who) {
        if (limiter.isEmpty()) return true;
        RateLimiter.Quota quota = limiter.get().take(who);
        call.response().putHeader("RateLimit-Policy", limiter.get().policy());
        call.response().putHeader("RateLimit", quota.field());
        if (quota.allowed()) return true;
        refuse(
                call,
                Problem.retryable(
                        ProblemCode.RATE_LIMITED, "Too many calls; Retry-After says when.", quota.nextAfter()));
        return false;
    }

    private Counter refused(ProblemCode reason) {
        return metrics.counter("postwire.http.refused", "reason", reason.code());
    }

    private void refuse(RoutingContext call, Problem problem) {
        refused(problem.kind()).increment();
        refusal.answer(call, problem);
    }

    private boolean foreignPage(HttpServerRequest request, String method) {
        if (Set.of("GET", "HEAD", "OPTIONS").contains(method)) return false;
        CallingPage page = new CallingPage(
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader(HttpHeaders.ORIGIN),
                request.getHeader(HttpHeaders.HOST));
        return page.isForeign(writing);
    }
}
