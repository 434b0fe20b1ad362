package dev.postwire.enrich.learn;

/** The bytes are no tag model, or not one of this version, or not all of one. The message says which. */
public final class UnreadableModelException extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableModelException(String message) {
        super(message);
    }

    public UnreadableModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
