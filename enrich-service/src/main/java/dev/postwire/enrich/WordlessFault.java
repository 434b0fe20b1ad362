package dev.postwire.enrich;

/** A failure as the log may have it: its classes and places, and no message, which may quote the post. */
final class WordlessFault extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_CAUSES = 5;

    private WordlessFault(Throwable failure, int causes) {
        super(failure.getClass().getName(), cause(failure, causes), false, true);
        setStackTrace(failure.getStackTrace());
    }

    static WordlessFault of(Throwable failure) {
        return new WordlessFault(failure, MOST_CAUSES);
    }

    private static Throwable cause(Throwable failure, int causes) {
        return failure.getCause() == null || causes == 0 ? null : new WordlessFault(failure.getCause(), causes - 1);
    }

    /** As the failure itself, without its message. */
    @Override
    public String toString() {
        return getMessage();
    }
}
