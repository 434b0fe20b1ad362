package dev.postwire.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postwire.query.index.PostCounts.Tags;
import java.util.ArrayList;
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
                        "What was ignored of q, not done as it was asked, or is not as one would expect. Absent where there is nothing to say.")
        List<String> notes) {
    private static final String MOVED =
            "What the page before was counted of is no longer kept: a tag may be missing, or come again.";

    static TagList of(Tags page, Optional<String> next, List<String> ignored) {
        List<Tag> tags = page.counts().stream()
                .map(count -> new Tag(count.value(), count.label(), count.posts()))
                .toList();
        List<String> notes = new ArrayList<>(ignored);
        if (page.moved()) notes.add(MOVED);
        return new TagList(tags, next.orElse(null), page.estimated() ? true : null, notes.isEmpty() ? null : notes);
    }

    /** A tag and how many posts have it. */
    @Schema(name = "TagCount")
    public record Tag(
            @Schema(examples = "night-trains") String slug,

            @Schema(description = "As most posts write it.", examples = "Night trains")
            String label,

            @Schema(examples = "17") long posts) {}
}
