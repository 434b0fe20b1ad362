package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.Problem.FieldError;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.query.search.MalformedQuery;
import java.util.List;

/** The problems of this API. */
final class QueryProblems {
    private QueryProblems() {}

    static ProblemException malformed(MalformedQuery e) {
        ProblemCode code =
                e.parameter().equals("cursor") ? ProblemCode.MALFORMED_CURSOR : ProblemCode.MALFORMED_PARAMETER;
        return Problem.of(code, e.getMessage(), List.of(FieldError.of(e.parameter(), e.getMessage())))
                .exception();
    }

    /** Of a cursor that goes by another name than cursor. */
    static ProblemException malformedCursor(MalformedQuery e) {
        return Problem.of(
                        ProblemCode.MALFORMED_CURSOR,
                        e.getMessage(),
                        List.of(FieldError.of(e.parameter(), e.getMessage())))
                .exception();
    }

    static ProblemException postUnknown(String detail) {
        return Problem.of(ProblemCode.POST_UNKNOWN, detail).exception();
    }
}
