package dev.postwire.ingest.http;

import dev.postwire.ingest.feed.MalformedFeedException;
import dev.postwire.ingest.post.Fault;
import dev.postwire.ingest.post.PostId;
import dev.postwire.ingest.post.Verdict;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.Problem.FieldError;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Why a post is not taken, as a problem. */
final class Refusals {
    private static final Logger LOGGER = Logger.getLogger(Refusals.class);

    private Refusals() {}

    /** What is said of a failure; of one that nobody foresaw only an error id, which is in the log. */
    static Problem problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ProblemException expected) return expected.problem();
        String errorId = UUID.randomUUID().toString();
        LOGGER.errorf(cause, "a post failed errorId=%s", errorId);
        return new Problem(ProblemCode.INTERNAL_ERROR, "Ask the operator, and name the error id.", null, errorId, null);
    }

    static ProblemException of(Verdict.Refused refused) {
        if (refused instanceof Verdict.MalformedEnvelope malformed) return malformed(malformed);
        if (refused instanceof Verdict.InvalidFields invalid) return invalidFields(invalid.faults());
        if (refused instanceof Verdict.OutsideNamespace outside) return outside(outside.prefix());
        return Problem.of(ProblemCode.EMPTY_BODY, "A post has at least one byte. To erase one, use DELETE.")
                .exception();
    }

    static ProblemException invalidFields(List<Fault> faults) {
        String count = faults.size() == 1 ? "One field is" : faults.size() + " fields are";
        List<FieldError> errors = faults.stream()
                .map(fault -> FieldError.of(fault.field(), fault.message()))
                .toList();
        return Problem.of(ProblemCode.INVALID_FIELD, count + " not allowed as given.", errors)
                .exception();
    }

    private static ProblemException outside(String prefix) {
        return Problem.of(ProblemCode.OUTSIDE_NAMESPACE, "The key may write ids that begin with \"" + prefix + "\".")
                .exception();
    }

    static ProblemException mediaType() {
        return Problem.of(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "A post is text/markdown, text/html, text/plain, or an envelope as application/json in UTF-8;"
                                + " name it in Content-Type.")
                .exception();
    }

    static ProblemException feed(MalformedFeedException malformed) {
        FieldError place = new FieldError(null, malformed.getMessage(), malformed.line(), malformed.column());
        String detail = "The feed " + malformed.getMessage() + ": line " + malformed.line() + ", column "
                + malformed.column() + ".";
        return Problem.of(ProblemCode.MALFORMED_FEED, detail, List.of(place)).exception();
    }

    static ProblemException idempotencyKey() {
        return Problem.of(
                        ProblemCode.MALFORMED_IDEMPOTENCY_KEY,
                        "An Idempotency-Key is given once, as 1 to 255 visible ASCII characters.")
                .exception();
    }

    static ProblemException id() {
        return Problem.of(ProblemCode.MALFORMED_ID, "An id is of the form " + PostId.FORM + ", and neither . nor ..")
                .exception();
    }

    private static ProblemException malformed(Verdict.MalformedEnvelope malformed) {
        FieldError place = new FieldError(null, malformed.message(), malformed.line(), malformed.column());
        String detail = "The body " + malformed.message() + ": line " + malformed.line() + ", column "
                + malformed.column() + ".";
        return Problem.of(ProblemCode.MALFORMED_ENVELOPE, detail, List.of(place))
                .exception();
    }
}
