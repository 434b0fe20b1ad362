package dev.postwire.platform.security;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Set;

/**
 * Who calls. Keys of one name are one caller, so that a key can be replaced by another while retries are under way.
 *
 * @param name empty for a caller without a key
 * @param namespace what the ids that it may write begin with; empty where it may write any
 */
public record Caller(String name, Set<Role> roles, String namespace) {
    /** Whoever calls a service that is open: may do everything. */
    public static final Caller ANYONE = new Caller("", Set.of(Role.OPERATOR), "");

    private static final String PLACE = Caller.class.getName();

    public Caller {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(namespace, "namespace");
        roles = Set.copyOf(roles);
    }

    public boolean named() {
        return !name.isEmpty();
    }

    public boolean may(Role role) {
        return roles.contains(role) || roles.contains(Role.OPERATOR);
    }

    /** Who makes this call, as the gate found out. A call that did not pass the gate is a fault of ours, never anybody's. */
    public static Caller of(RoutingContext call) {
        return Objects.requireNonNull(call.get(PLACE), "the call did not pass the gate");
    }

    /** By what limits for each caller count this call: the name of its key, else the network that it comes from. */
    public static String account(RoutingContext call) {
        Caller caller = of(call);
        return caller.named() ? "name " + caller.name() : CallerAddress.of(call.request());
    }

    void isCalling(RoutingContext call) {
        call.put(PLACE, this);
    }
}
