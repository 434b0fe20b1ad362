package dev.postwire.local.part;

/** A part cannot be had. The message is one line for the person at the terminal: what is wrong and what to change. */
public final class PartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartFailure(String message) {
        super(message);
    }

    public PartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
