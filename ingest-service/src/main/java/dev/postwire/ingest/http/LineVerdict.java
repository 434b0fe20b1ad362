package dev.postwire.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.postwire.ingest.post.PostId;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.kafka.Receipt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one post of many. The answer to a batch has one a line, in the order of the batch. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"line", "status", "id", "receipt", "retryAfter", "problem"})
@Schema(description = "What became of one line. A line that was taken has a receipt, any other a problem.")
public record LineVerdict(
        @Schema(description = "The line in the body, from 1; blank lines count, and have no verdict.")
        long line,

        @Schema(description = "What a call with this post alone would have been answered.")
        int status,

        @Schema(description = "The post's id, where it is known.")
        String id,

        @Schema(
                description = "Where it stands on the raw topic: partition-offset. There for a line that was taken.",
                pattern = "^[0-9]+-[0-9]+$")
        String receipt,

        @Schema(description = "Send this line again after so many seconds. There for status 503.")
        Long retryAfter,

        @Schema(implementation = Object.class, description = "As application/problem+json. There for a refusal.")
        Problem problem) {
    private static final int ACCEPTED = 202;

    static LineVerdict accepted(long line, PostId id, Receipt receipt) {
        return new LineVerdict(line, ACCEPTED, id.value(), receipt.toString(), null, null);
    }

    static LineVerdict refused(long line, Problem problem) {
        return new LineVerdict(line, problem.status(), null, null, retryAfter(problem), problem);
    }

    static LineVerdict notSent(long line, PostId id, Problem problem) {
        return new LineVerdict(line, problem.status(), id.value(), null, retryAfter(problem), problem);
    }

    private static Long retryAfter(Problem problem) {
        return problem.retryAfter() == null
                ? null
                : Math.max(1, problem.retryAfter().toSeconds());
    }
}
