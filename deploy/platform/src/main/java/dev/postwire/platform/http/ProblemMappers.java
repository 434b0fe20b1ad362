package dev.postwire.platform.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource throws into a problem answer; what nobody foresaw becomes a 500 that names only an error id. */
final class ProblemMappers {
    private static final Logger LOGGER = Logger.getLogger(ProblemMappers.class);

    private static final int METHOD_NOT_ALLOWED = 405;

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return answer(e.problem());
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException e, UriInfo address) {
        int status = e.getResponse().getStatus();
        if (status >= 500) return unforeseen(e);
        if (status < 400) return e.getResponse();
        Response answer = answer(Problem.of(kind(status), kind(status).title() + "."));
        if (status == METHOD_NOT_ALLOWED) {
            answer.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", AllowedMethods.of(address.getPath())));
        }
        return answer;
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable e) {
        String errorId = UUID.randomUUID().toString();
        LOGGER.errorf(e, "call failed errorId=%s", errorId);
        return answer(new Problem(
                ProblemCode.INTERNAL_ERROR, "Ask the operator, and name the error id.", null, errorId, null));
    }

    static Response answer(Problem problem) {
        Response.ResponseBuilder builder =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.retryAfter() != null) {
            builder.header(HttpHeaders.RETRY_AFTER, ProblemAnswer.wholeSeconds(problem.retryAfter()));
        }
        return builder.build();
    }

    private static ProblemCode kind(int status) {
        return switch (status) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.BODY_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemCode.BAD_REQUEST;
        };
    }
}
