package dev.postwire.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postwire.query.index.IndexState;
import dev.postwire.query.store.LetterCounts;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The pipeline as it is answered; what is not known at the moment is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Pipeline")
public record PipelineView(
        @Schema(
                description =
                        "Submissions that were taken and are not enriched yet. Absent while the broker does not say.",
                examples = "0")
        Long toEnrich,

        @Schema(
                description = "Records that are not stored yet, two or three for each submission. Absent as toEnrich.",
                examples = "0")
        Long toStore,

        Search search,

        @Schema(description = "The newest 10000 dead letters by their reason, the most frequent first.")
        List<Rejected> rejections) {

    /** This instance's search index. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PipelineSearch")
    public record Search(
            boolean serving,

            @Schema(description = "Changes that searches do not see yet. Absent while that is not known.")
            Long toIndex,

            @Schema(description = "While the index is made anew: posts that are in it.")
            Long rebuilt,

            @Schema(description = "While the index is made anew: posts there are.")
            Long of) {
        static Search of(IndexState state) {
            boolean anew = state.rebuild().of() > 0;
            return new Search(
                    state.serving(),
                    state.knows(Instant.now()) ? state.lag() : null,
                    anew ? state.rebuild().done() : null,
                    anew ? state.rebuild().of() : null);
        }
    }

    /** The dead letters of a reason. */
    @Schema(name = "PipelineRejections")
    public record Rejected(
            @Schema(examples = "not-text") String reason,
            long letters,

            @Schema(description = "Those whose submission went through later.")
            long redriven) {}

    static PipelineView of(
            OptionalLong toEnrich, OptionalLong toStore, IndexState state, List<LetterCounts.OfReason> letters) {
        return new PipelineView(
                known(toEnrich),
                known(toStore),
                Search.of(state),
                letters.stream()
                        .map(one -> new Rejected(one.reason(), one.letters(), one.redriven()))
                        .toList());
    }

    private static Long known(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : null;
    }
}
