package dev.postwire.platform.http;

/**
 * Every way a call can fail, each with the status it answers and a title that never changes. The code is what callers program
 * against; a code may be added, none is ever renamed. The reference lists them all and a test compares the two.
 */
public enum ProblemCode {
    MALFORMED_ENVELOPE(400, "The JSON envelope cannot be read"),
    MALFORMED_PARAMETER(400, "A query parameter cannot be read"),
    EMPTY_BODY(400, "The body is empty"),
    MALFORMED_ID(400, "The post id is not allowed"),
    MALFORMED_CURSOR(400, "The cursor cannot be read"),
    MALFORMED_RECEIPT(400, "The receipt is not of the form partition-offset"),
    BAD_REQUEST(400, "The request cannot be read"),
    UNAUTHENTICATED(401, "A key is needed"),
    FORBIDDEN(403, "The key does not allow this"),
    OUTSIDE_NAMESPACE(403, "The id is not of the key's namespace"),
    CROSS_SITE(403, "Pages of other sites may not do this"),
    POST_UNKNOWN(404, "No such post"),
    TAG_UNKNOWN(404, "No such tag"),
    RECEIPT_UNKNOWN(404, "No such receipt"),
    NOT_FOUND(404, "Nothing is served at this address"),
    METHOD_NOT_ALLOWED(405, "The address does not take this method"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be given"),
    BODY_TIMEOUT(408, "The body did not arrive in time"),
    CURSOR_EXPIRED(410, "The cursor is of a state that is no more"),
    BODY_TOO_LARGE(413, "The body is larger than allowed"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not taken"),
    INVALID_FIELD(422, "A field has a value that is not allowed"),
    UNREADABLE(422, "The post cannot be read"),
    RATE_LIMITED(429, "Too many calls"),
    OVERLOADED(503, "Too much is under way"),
    BROKER_UNAVAILABLE(503, "The broker does not answer"),
    DATABASE_UNAVAILABLE(503, "The database does not answer"),
    INDEX_UNAVAILABLE(503, "The search index is being made"),
    INTERNAL_ERROR(500, "Something went wrong on our side");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The code as it stands in answers: lower case, words joined by hyphens, e.g. {@code body-too-large}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
