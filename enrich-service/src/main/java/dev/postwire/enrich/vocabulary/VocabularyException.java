package dev.postwire.enrich.vocabulary;

/** A vocabulary cannot be used; the message names the file, the line where there is one, and what is wrong there. */
public final class VocabularyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    VocabularyException(String message) {
        super(message);
    }

    VocabularyException(String message, Throwable cause) {
        super(message, cause);
    }
}
