package dev.postwire.ingest.post;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of a submission in a trace, as the header {@code traceparent} of W3C Trace Context, level 1, writes it. */
public record TraceParent(String value) {
    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-((?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2})(-.*)?");
    private static final String VERSION = "00";

    /** The caller's; empty where it is not well-formed. */
    public static Optional<TraceParent> of(String header) {
        Matcher matcher = FORM.matcher(header);
        boolean further = matcher.matches() && matcher.group(3) != null;
        if (!matcher.matches() || further && matcher.group(1).equals(VERSION)) return Optional.empty();
        // A later version may have further fields; what we know of it is what version 00 has.
        return Optional.of(new TraceParent(VERSION + "-" + matcher.group(2)));
    }

    /** The first of a new trace. */
    public static TraceParent begun() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of(); // some ten times as fast as a format string, and there is one a line of a batch
        return new TraceParent(VERSION + "-" + hex.toHexDigits(random.nextLong())
                + hex.toHexDigits(oddly(random.nextLong())) + "-" + hex.toHexDigits(oddly(random.nextLong())) + "-01");
    }

    // All zeros is no id.
    private static long oddly(long number) {
        return number | 1;
    }
}
