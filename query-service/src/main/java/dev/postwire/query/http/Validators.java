package dev.postwire.query.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What tells whether a reader's copy is still good, as RFC 9110 (13) has it: the entity tag decides where one was sent, the date
 * otherwise.
 *
 * @param tag weak, for the same content may be sent compressed or not
 */
record Validators(String tag, Instant modified) {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A post's: by its revision; and by the time, for a post that was erased and posted again begins at revision 1 again. */
    static Validators post(int revision, Instant storedAt, String suffix) {
        long micros = storedAt.getEpochSecond() * 1_000_000 + storedAt.getNano() / 1_000;
        return new Validators(
                "W/\"" + revision + "-" + Long.toString(micros, Character.MAX_RADIX) + suffix + "\"", storedAt);
    }

    boolean areGood(HttpHeaders request) {
        String noneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (noneMatch != null) return matches(noneMatch);
        String since = request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null && !modifiedAfter(since);
    }

    /** Weak comparison, as RFC 9110 asks for If-None-Match. */
    private boolean matches(String header) {
        String opaque = tag.substring("W/".length());
        for (String one : header.split(",")) {
            String candidate = one.strip();
            if (candidate.equals("*") || candidate.equals(tag) || candidate.equals(opaque)) return true;
        }
        return false;
    }

    /** A date that cannot be read is ignored, as the RFC asks. */
    private boolean modifiedAfter(String date) {
        try {
            Instant known = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return modified.truncatedTo(ChronoUnit.SECONDS).isAfter(known);
        } catch (DateTimeException e) {
            return true;
        }
    }

    Response.ResponseBuilder onto(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(modified))
                // Keep it, and ask each time whether it is still good.
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
