package dev.postwire.platform.http;

import java.util.Objects;

/** Ends a call with a {@link Problem}. Carries no stack trace: it is an answer, not a fault of ours. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(Objects.requireNonNull(problem, "problem").kind().code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
