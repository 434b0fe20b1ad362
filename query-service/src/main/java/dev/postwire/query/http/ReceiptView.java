package dev.postwire.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.receipt.ReceiptState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receipt as it is answered; what does not apply to its state is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Receipt")
public record ReceiptView(
        @Schema(examples = "3-1742") String receipt,

        @Schema(
                description =
                        "accepted: under way. stored: the post can be read, in this version or a later one. rejected:"
                                + " a dead letter. superseded: a later submission of the same id took its place before it was"
                                + " enriched. erased: the post was erased, by this submission (or an earlier try of it) or a later one.",
                enumeration = {"accepted", "stored", "rejected", "superseded", "erased"},
                examples = "stored")
        String state,

        @Schema(description = "The post's id.", examples = "4sxpzggyohv2ickvqokbfjbeid7p3nh7")
        String id,

        @Schema(description = "Counts the versions stored, from 1.", examples = "1")
        Integer revision,

        @Schema(description = "Where to read the post.", examples = "/v1/posts/4sxpzggyohv2ickvqokbfjbeid7p3nh7")
        String location,

        Instant receivedAt,
        Instant storedAt,

        @Schema(description = "Why it was rejected: a stable word.", examples = "not-text")
        String reason,

        @Schema(description = "Why it was rejected: a sentence.")
        String detail,

        @Schema(
                description =
                        "Where searchable=true was asked: whether searches of this instance find the post, in this version or a"
                                + " later one. Of an erased one, whether they may still find it.")
        Boolean searchable) {

    ReceiptView withSearchable(boolean found) {
        return new ReceiptView(receipt, state, id, revision, location, receivedAt, storedAt, reason, detail, found);
    }

    static ReceiptView of(Receipt receipt, ReceiptState state) {
        String name = receipt.toString();
        if (state instanceof ReceiptState.Stored s) {
            return new ReceiptView(
                    name,
                    "stored",
                    s.id(),
                    s.revision(),
                    location(s.id()),
                    s.receivedAt(),
                    s.storedAt(),
                    null,
                    null,
                    null);
        }
        if (state instanceof ReceiptState.Rejected r) {
            return new ReceiptView(
                    name, "rejected", r.id(), null, null, r.receivedAt(), null, r.reason(), r.detail(), null);
        }
        if (state instanceof ReceiptState.Erased e) {
            return new ReceiptView(name, "erased", e.id(), null, null, e.receivedAt(), null, null, null, null);
        }
        String word = state instanceof ReceiptState.Superseded ? "superseded" : "accepted";
        return new ReceiptView(name, word, null, null, null, null, null, null, null, null);
    }

    static String location(String id) {
        return "/v1/posts/" + id;
    }
}
