package dev.postwire.query.http;

import dev.postwire.query.index.Interval;
import dev.postwire.query.index.PostCounts;
import dev.postwire.query.index.PostCounts.Timeline;
import dev.postwire.query.index.PostSearch;
import dev.postwire.query.index.PostSearch.Answered;
import dev.postwire.query.search.MalformedQuery;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** How posts are spread over time. */
@Path("/v1/timeline")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Posts")
public class TimelineResource {
    private static final int MOST_BARS = 5_000;

    private final PostCounts counts;
    private final PostSearch search;

    TimelineResource(PostCounts counts, PostSearch search) {
        this.counts = counts;
        this.search = search;
    }

    @GET
    @Operation(
            summary = "Count posts over time",
            description =
                    "By the date of publication in UTC, oldest first; what has no posts is left out. Takes the filters of"
                            + " GET /v1/posts. Exact up to 200000 posts, estimated beyond.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CountJson.Bars.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public CountJson.Bars timeline(
            @BeanParam FilterParameters filters,
            @RestQuery @Parameter(description = "year, month (if not given) or day.", example = "month")
                    String interval) {
        Answered answered = search.answered(filters.query());
        Interval each = Inputs.given(interval).map(TimelineResource::interval).orElse(Interval.MONTH);
        Timeline timeline = counts.timeline(answered.query(), each);
        if (timeline.bars().size() > MOST_BARS) {
            throw refused(
                    "There are more than " + MOST_BARS + " bars. Narrow them with from and to, or take longer ones.");
        }
        return CountJson.Bars.of(each.label(), timeline, answered.notes());
    }

    private static Interval interval(String label) {
        return Arrays.stream(Interval.values())
                .filter(interval -> interval.label().equals(label.strip()))
                .findFirst()
                .orElseThrow(() -> refused("Give year, month or day."));
    }

    private static RuntimeException refused(String message) {
        return QueryProblems.malformed(new MalformedQuery("interval", message));
    }
}
