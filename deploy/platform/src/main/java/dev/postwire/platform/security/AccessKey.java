package dev.postwire.platform.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A key as it is stored, on the topic of keys: whose it is and what it allows, never the secret itself.
 *
 * @param name whose it is; keys of one name are one caller
 * @param namespace what the ids that it may write begin with; empty where it may write any
 * @param secretSha256 64 hexadecimal digits
 * @param expiresAt null where it lasts until it is revoked
 * @param revokedAt null while it is not
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
record AccessKey(
        String id,
        String name,
        Set<Role> roles,
        String namespace,
        String secretSha256,
        Instant issuedAt,
        Instant expiresAt,
        Instant revokedAt) {
    /** Ends in a separator, so that {@code blog.} does not also hold {@code blogger}; leaves room for a derived id. */
    static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9._~-]{0,63}[._~-]");

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    AccessKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(secretSha256, "secretSha256");
        Objects.requireNonNull(issuedAt, "issuedAt");
        roles = Set.copyOf(roles);
        namespace = namespace == null ? "" : namespace;
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name is of the form " + NAME);
        }
        if (roles.isEmpty()) throw new IllegalArgumentException("a key has at least one role");
        if (!namespace.isEmpty() && !NAMESPACE.matcher(namespace).matches()) {
            throw new IllegalArgumentException("a namespace is of the form " + NAMESPACE + ", e.g. blog.");
        }
    }

    boolean holdsAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    AccessKey revoked(Instant at) {
        return new AccessKey(id, name, roles, namespace, secretSha256, issuedAt, expiresAt, at);
    }

    Caller caller() {
        return new Caller(name, roles, namespace);
    }
}
