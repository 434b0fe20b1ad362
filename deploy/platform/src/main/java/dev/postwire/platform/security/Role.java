package dev.postwire.platform.security;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key is for. An operator may do what the others may. */
public enum Role {
    /** Posts, replaces and erases, within its namespace; tries posts out. */
    PUBLISHER,
    /** Finds and reads posts, and follows receipts. */
    READER,
    /** Everything: also rejections, the model, metrics and all that has no row of its own in {@link Access}. */
    OPERATOR;

    /** As it is written in keys and commands, e.g. {@code publisher}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where there is no such role. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    @JsonCreator
    static Role read(String code) {
        return of(code).orElseThrow(() -> new IllegalArgumentException("no such role"));
    }
}
