package dev.postwire.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postwire.query.index.PostCounts.Count;
import dev.postwire.query.index.PostCounts.Counts;
import dev.postwire.query.index.PostCounts.Neighbour;
import dev.postwire.query.index.PostCounts.Neighbourhood;
import dev.postwire.query.index.PostCounts.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is counted, as it is answered. */
final class CountJson {
    private CountJson() {}

    /** A value and how many of the posts found have it. */
    @Schema(name = "FacetValue")
    record Value(String value, String label, int posts) {
        static Value of(Count count) {
            return new Value(count.value(), count.label(), count.posts());
        }
    }

    /** Each facet by its name. */
    static Map<String, List<Value>> facets(Counts counts) {
        Map<String, List<Value>> facets = new LinkedHashMap<>();
        counts.byFacet()
                .forEach((facet, values) ->
                        facets.put(facet.label(), values.stream().map(Value::of).toList()));
        return facets;
    }

    /** A year, month or day and its posts. */
    @Schema(name = "TimelineBar")
    record Bar(@Schema(examples = "2014-05") String begins, int posts) {}

    /** How posts are spread over time. */
    @Schema(name = "Timeline")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Bars(
            @Schema(examples = "month") String interval,

            List<Bar> bars,

            @Schema(description = "Posts without a date of publication.")
            int undated,

            @Schema(description = "True where a share of the posts was counted; absent otherwise.")
            Boolean estimated,

            @Schema(description = "What was ignored of q, or not done as it was asked.")
            List<String> notes) {
        static Bars of(String interval, Timeline timeline, List<String> notes) {
            return new Bars(
                    interval,
                    timeline.bars().stream()
                            .map(bar -> new Bar(bar.value(), bar.posts()))
                            .toList(),
                    timeline.undated(),
                    timeline.estimated() ? true : null,
                    notes.isEmpty() ? null : notes);
        }
    }

    /** A tag with its neighbours. */
    @Schema(name = "TagNeighbours")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TagAndNeighbours(
            String slug,
            String label,
            int posts,
            List<Near> neighbours,

            @Schema(description = "True where a share of the posts was counted; absent otherwise.")
            Boolean estimated,

            @Schema(description = "What was ignored of q, or not done as it was asked.")
            List<String> notes) {
        static TagAndNeighbours of(Neighbourhood there, List<String> notes) {
            return new TagAndNeighbours(
                    there.tag().value(),
                    there.tag().label(),
                    there.tag().posts(),
                    there.neighbours().stream().map(Near::of).toList(),
                    there.estimated() ? true : null,
                    notes.isEmpty() ? null : notes);
        }
    }

    /** A tag that posts have beside another. */
    @Schema(name = "TagNeighbour")
    record Near(
            String slug,
            String label,

            @Schema(description = "Posts that have it at all, of those the filters let through.")
            int posts,

            @Schema(description = "Posts that have both.") int together,

            @Schema(description = "How many times as many as chance would have.")
            double lift) {
        static Near of(Neighbour one) {
            return new Near(one.value(), one.label(), one.posts(), one.together(), one.lift());
        }
    }
}
