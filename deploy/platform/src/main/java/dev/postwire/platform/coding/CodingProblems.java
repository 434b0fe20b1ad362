package dev.postwire.platform.coding;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;

/** What callers are told of a body that cannot be unpacked: the same by whichever service they call. */
public final class CodingProblems {
    private CodingProblems() {}

    /** The answer should name {@link ContentCoding#NAMES} in {@code Accept-Encoding} (RFC 9110, section 15.5.16). */
    public static ProblemException unknown() {
        return Problem.of(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "A body may be packed once, as gzip or zstd; Content-Encoding names another coding, or several.")
                .exception();
    }

    public static ProblemException broken(BrokenCodingException broken) {
        return Problem.of(ProblemCode.MALFORMED_ENCODING, "The body " + broken.getMessage() + ".")
                .exception();
    }
}
