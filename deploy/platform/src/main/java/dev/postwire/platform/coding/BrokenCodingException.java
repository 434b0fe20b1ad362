package dev.postwire.platform.coding;

import java.io.IOException;

/** A body is not what its {@code Content-Encoding} says. The message is the end of a sentence that begins with the body. */
public final class BrokenCodingException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenCodingException(String message) {
        super(message);
    }
}
