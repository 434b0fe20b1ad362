package dev.postwire.enrich.post;

import java.util.Objects;

/** Ends the pure steps for a post that cannot become a document; {@code Enricher} turns it into a rejection. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    public UnreadableException(Reason reason, String detail) {
        super(reason.code() + ": " + detail, null, false, false);
        this.reason = reason;
        this.detail = Objects.requireNonNull(detail, "detail");
    }

    public Outcome.Rejected outcome() {
        return new Outcome.Rejected(reason, detail);
    }
}
