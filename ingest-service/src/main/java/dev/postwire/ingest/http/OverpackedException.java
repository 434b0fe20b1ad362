package dev.postwire.ingest.http;

import java.io.IOException;

/** Of a few packed bytes comes more than anyone has to say. The message is the end of a sentence that begins with the body. */
final class OverpackedException extends IOException {
    private static final long serialVersionUID = 1L;

    OverpackedException(String message) {
        super(message);
    }
}
