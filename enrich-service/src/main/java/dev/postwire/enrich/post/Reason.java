package dev.postwire.enrich.post;

import java.util.Locale;

/** Why a post can never become a document. */
public enum Reason {
    /** The bytes are not text in any charset. */
    NOT_TEXT,
    /** The JSON envelope cannot be parsed or lacks its content. */
    MALFORMED_ENVELOPE,
    /** The media type is none that can be read. */
    UNSUPPORTED_MEDIA_TYPE,
    /** The record's key is no post id. */
    MALFORMED_ID,
    /** There is no word and no image in it, and no title. */
    NO_CONTENT,
    /** The markup has more elements than any page a person wrote. */
    TOO_COMPLEX,
    /** The document would be larger than a record may be. */
    RESULT_TOO_LARGE,
    /** The idempotency key was used before, under the same id, for other content. */
    IDEMPOTENCY_KEY_REUSED,
    /** A step failed on it in a way nobody foresaw: a fault of ours, worth a report. */
    ENRICHER_FAULT;

    /** As it stands in headers and answers, e.g. {@code not-text}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
