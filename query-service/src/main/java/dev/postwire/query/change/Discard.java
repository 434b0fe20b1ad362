package dev.postwire.query.change;

import java.util.Locale;

/** Why a record changed nothing. Each is what a replay or a late result should meet; none is a loss. */
public enum Discard {
    /** A later result of the same post is stored. */
    OLDER,
    /** This very result, erasure, entry or dead letter is stored. */
    SAME,
    /** The post was erased after this came in. */
    ERASED;

    /** As it stands in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
