package dev.postwire.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A problem body of RFC 9457. {@code detail} names the place of the fault and never repeats a payload or a class name.
 *
 * @param errors the single faults, where there are several or where they have a place of their own
 * @param errorId what to look for in the log; on {@link ProblemCode#INTERNAL_ERROR} only
 * @param retryAfter when a new try makes sense, sent as the {@code Retry-After} header; null where none does
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "errors", "errorId"})
public record Problem(
        @JsonIgnore ProblemCode kind,
        String detail,
        List<FieldError> errors,
        String errorId,
        @JsonIgnore Duration retryAfter) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "https://postwire.dev/problems/";

    /**
     * One fault in one place.
     *
     * @param field the name or JSON pointer of the field; absent where the fault is one of syntax
     * @param line the line in the body, from 1; absent where it has none
     * @param column the column in that line, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(String field, String message, Integer line, Integer column) {
        public FieldError {
            Objects.requireNonNull(message, "message");
        }

        public static FieldError of(String field, String message) {
            return new FieldError(field, message, null, null);
        }
    }

    public Problem {
        Objects.requireNonNull(kind, "kind");
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    public static Problem of(ProblemCode kind, String detail) {
        return new Problem(kind, detail, List.of(), null, null);
    }

    public static Problem of(ProblemCode kind, String detail, List<FieldError> errors) {
        return new Problem(kind, detail, errors, null, null);
    }

    public static Problem retryable(ProblemCode kind, String detail, Duration retryAfter) {
        return new Problem(kind, detail, List.of(), null, retryAfter);
    }

    @JsonProperty
    public String type() {
        return TYPE_PREFIX + kind.code();
    }

    @JsonProperty
    public String title() {
        return kind.title();
    }

    @JsonProperty
    public int status() {
        return kind.status();
    }

    @JsonProperty
    public String code() {
        return kind.code();
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
