package dev.postwire.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of tags.
 *
 * @param next absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TagList(List<Tag> tags, String next) {

    /** A tag and how many posts have it. */
    @Schema(name = "TagCount")
    public record Tag(
            @Schema(examples = "night-trains") String slug,

            @Schema(description = "As most posts write it.", examples = "Night trains")
            String label,

            @Schema(examples = "17") long posts) {}
}
