package dev.postwire.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postwire.query.store.StoredRejection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of dead letters.
 *
 * @param next absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectionList(List<Rejection> rejections, String next) {

    /** One dead letter; its bytes are in the record. What is not known is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rejection(
            @Schema(description = "Names it at this service.", examples = "17")
            long number,

            @Schema(
                    description =
                            "rejected: nothing else came of the submission. retried: a later attempt was rejected as well."
                                    + " redriven: a later attempt went through.",
                    enumeration = {"rejected", "retried", "redriven"},
                    examples = "rejected")
            String state,

            @Schema(description = "Of the submission.", examples = "5-19")
            String receipt,

            @Schema(description = "The post's id.") String id,

            @Schema(description = "A stable word; unreadable-record is our own fault.", examples = "not-text")
            String reason,

            @Schema(description = "A sentence, never a part of the post.")
            String detail,

            @Schema(examples = "text/markdown") String contentType,
            @Schema(description = "How long the post is.") long bytes,
            String sha256,

            @Schema(description = "How many times it was tried, from 1.")
            int attempt,

            Instant receivedAt,
            Instant rejectedAt,
            Place record) {
        static Rejection of(StoredRejection letter) {
            return new Rejection(
                    letter.number(),
                    letter.state().name().toLowerCase(Locale.ROOT),
                    letter.receipt().orElse(null),
                    letter.postId().orElse(null),
                    letter.reason(),
                    letter.detail(),
                    letter.contentType().orElse(null),
                    letter.bytes(),
                    letter.sha256(),
                    letter.attempt(),
                    letter.receivedAt().orElse(null),
                    letter.rejectedAt(),
                    new Place(letter.topic(), letter.partition(), letter.recordOffset()));
        }
    }

    /** A dead letter, and all that were of the same submission, the first one first. */
    @Schema(name = "RejectionHistory")
    public record History(Rejection rejection, List<Rejection> attempts) {}

    /** A request that was taken. */
    @Schema(name = "RedriveAccepted")
    public record Redrive(
            long number,

            @Schema(description = "Tells what comes of it.", examples = "5-19")
            String receipt) {}

    /** Where the record with the bytes stands. */
    public record Place(
            @Schema(examples = "posts.rejected.v1") String topic, int partition, long offset) {}
}
