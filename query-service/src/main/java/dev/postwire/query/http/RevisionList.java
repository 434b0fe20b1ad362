package dev.postwire.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postwire.query.revision.Difference;
import dev.postwire.query.revision.Edit;
import dev.postwire.query.revision.TextDifference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The versions of a post, the one that stands first. */
@Schema(name = "RevisionList")
public record RevisionList(String id, List<Revision> revisions) {

    /** @param changed absent on the oldest that is kept */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Revision(
            @Schema(
                    description =
                            "Counts the versions stored, from 1. One that was replaced within the same moment is missing.",
                    examples = "2")
            int revision,

            Instant storedAt,

            @Schema(description = "True for the one that stands.")
            boolean current,

            @Schema(description = "Where to read it whole.", examples = "/v1/posts/my-id/revisions/1")
            String location,

            @Schema(description = "What differs from the version before.")
            Changed changed) {}

    /** What does not apply is absent. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "RevisionChanges")
    public record Changed(
            @Schema(description = "The names of the fields that differ. Empty: only where it came from.")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Set<String> fields,

            @Schema(description = "Fields of one value, before and after.")
            Map<String, Values> values,

            List<String> tagsAdded,
            List<String> tagsRemoved,
            Text text) {
        static Changed of(Difference difference) {
            Map<String, Values> values = new TreeMap<>();
            difference.values().forEach((name, value) -> values.put(name, new Values(value.before(), value.after())));
            return new Changed(
                    difference.fields(),
                    values,
                    difference.tagsAdded(),
                    difference.tagsRemoved(),
                    difference.text().map(Text::of).orElse(null));
        }
    }

    /** One that was or is not there is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RevisionValues")
    public record Values(String before, String after) {}

    /** How the text differs. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    @Schema(name = "RevisionText")
    public record Text(
            @Schema(description = "What was compared: words; lines where too many words differ; else the whole.")
            TextDifference.By by,

            @Schema(description = "start counts Unicode code points in the newer text.")
            List<Edit> edits,

            @Schema(description = "Edits left out, beyond 200.")
            int more) {
        static Text of(TextDifference difference) {
            return new Text(difference.by(), difference.edits(), difference.more());
        }
    }
}
