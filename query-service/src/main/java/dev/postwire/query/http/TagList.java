package dev.postwire.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postwire.query.index.PostCounts.Count;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of tags.
 *
 * @param next absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TagList(
        List<Tag> tags,
        String next,

        @Schema(description = "True where a share of the posts was counted; absent otherwise.")
        Boolean estimated,

        @Schema(
                description =
                        "What was ignored of q, or not done as it was asked. Absent where there is nothing to say.")
        List<String> notes) {

    static TagList of(List<Count> counts, Optional<String> next, boolean estimated, List<String> notes) {
        List<Tag> tags = counts.stream()
                .map(count -> new Tag(count.value(), count.label(), count.posts()))
                .toList();
        return new TagList(tags, next.orElse(null), estimated ? true : null, notes.isEmpty() ? null : notes);
    }

    /** A tag and how many posts have it. */
    @Schema(name = "TagCount")
    public record Tag(
            @Schema(examples = "night-trains") String slug,

            @Schema(description = "As most posts write it.", examples = "Night trains")
            String label,

            @Schema(examples = "17") long posts) {}
}
