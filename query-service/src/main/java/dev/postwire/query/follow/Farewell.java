package dev.postwire.query.follow;

import java.util.Locale;

/** Why a stream was ended by us. All but {@link #RESET} can be resumed. */
public enum Farewell {
    /** The reader took too long: more came in than is kept for it. */
    SLOW,
    /** This instance stops. */
    RESTART,
    /** What was missed cannot be read now. */
    UNAVAILABLE,
    /** The database was replaced: what the reader has is of another one. */
    RESET;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
