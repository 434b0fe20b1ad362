package dev.postwire.query.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What tells whether a reader's copy is still good, as RFC 9110 (13) has it: the entity tag decides where one was sent, the date
 * otherwise. A date tells no two states of one second apart, so none is given, and none is good, until that second is well over; and
 * none where what is shown can change without a later date, as a list does that an entry leaves.
 *
 * @param tag weak, for the same content may be sent compressed or not
 */
record Validators(String tag, Optional<Instant> modified) {
    /** Dates have whole seconds, and what was written in one of them may be seen in the next. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A post's: by its revision; and by the time, for a post that was erased and posted again begins at revision 1 again. */
    static Validators post(int revision, Instant storedAt, String suffix) {
        long micros = storedAt.getEpochSecond() * 1_000_000 + storedAt.getNano() / 1_000;
        return dated("W/\"" + revision + "-" + Long.toString(micros, Character.MAX_RADIX) + suffix + "\"", storedAt);
    }

    /** Of what never changes without a later date. */
    static Validators dated(String tag, Instant modified) {
        return new Validators(
                tag,
                Optional.of(modified).filter(at -> at.isBefore(Instant.now().minus(SETTLED))));
    }

    /** Of what has a state but no date. */
    static Validators undated(String tag) {
        return new Validators(tag, Optional.empty());
    }

    boolean areGood(HttpHeaders request) {
        return areGood(
                Optional.ofNullable(request.getHeaderString(HttpHeaders.IF_NONE_MATCH)),
                Optional.ofNullable(request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE)));
    }

    boolean areGood(Optional<String> noneMatch, Optional<String> since) {
        if (noneMatch.isPresent()) return matches(noneMatch.get());
        return since.isPresent() && modified.isPresent() && !after(modified.get(), since.get());
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
    private static boolean after(Instant modified, String date) {
        try {
            Instant known = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return modified.truncatedTo(ChronoUnit.SECONDS).isAfter(known);
        } catch (DateTimeException e) {
            return true;
        }
    }

    Response.ResponseBuilder onto(Response.ResponseBuilder answer) {
        headers(answer::header);
        return answer;
    }

    /** The headers that tell them. */
    void headers(BiConsumer<String, String> header) {
        modified.ifPresent(at -> header.accept(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(at)));
        header.accept(HttpHeaders.ETAG, tag);
        // Keep it, and ask each time whether it is still good.
        header.accept(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
