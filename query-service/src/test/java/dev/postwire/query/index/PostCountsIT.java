package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.index.PostCounts.Count;
import dev.postwire.query.index.PostCounts.Neighbour;
import dev.postwire.query.post.Event;
import dev.postwire.query.search.PostQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is counted of what is found, over a real database. */
class PostCountsIT extends OverIndex {
    @Test
    void countsFacetsTimelineAndNeighbours() throws Exception {
        for (int i = 0; i < 12; i++) {
            Event event = Event.of("p" + i)
                    .language(i % 3 == 0 ? "de-AT" : "en")
                    .text("tea")
                    .author(i == 3 ? "BO" : "Bo")
                    .author(i == 4 ? "bo" : "Bo")
                    .site("x.example");
            event.published("20%02d-03-04T00:00:00Z".formatted(10 + i % 2)).tag("all", "All");
            if (i % 2 == 0) event.tag("even", "Even");
            if (i % 4 == 0) event.tag("four", i == 0 ? "4" : "Four");
            put(event);
        }
        put(Event.of("undated").language("en").text("tea"));
        PostCounts counts = new PostCounts(index.index, index.search);
        PostQuery tea = TestIndex.query("tea");

        var facets = counts.facets(tea, EnumSet.allOf(Facet.class), 10);
        assertFalse(facets.estimated());
        assertEquals(
                List.of(new Count("all", "All", 12), new Count("even", "Even", 6), new Count("four", "Four", 3)),
                facets.byFacet().get(Facet.TAG));
        assertEquals(List.of("en", "de"), values(facets.byFacet().get(Facet.LANGUAGE)));
        assertEquals(List.of(new Count("bo", "Bo", 12)), facets.byFacet().get(Facet.AUTHOR));
        assertEquals(List.of("2010", "2011"), values(facets.byFacet().get(Facet.YEAR)));

        var timeline = counts.timeline(tea.withTag("even"), Interval.MONTH);
        assertEquals(List.of(new Count("2010-03", "2010-03", 6)), timeline.bars());
        assertEquals(1, counts.timeline(tea, Interval.DAY).undated());

        assertEquals(
                List.of("four"),
                values(counts.tags(tea, "fo", Optional.empty(), 10).counts()));
        var near = counts.neighbours(TestIndex.query(""), "four", 10).orElseThrow();
        assertEquals("even", near.neighbours().get(0).value());
        assertEquals(
                new Neighbour("even", "Even", 6, 3, 2.17), near.neighbours().get(0));
        assertTrue(counts.neighbours(TestIndex.query(""), "none", 10).isEmpty());
    }

    @Test
    void estimatesBeyondTheBoundAndSaysSo() throws Exception {
        Event[] events = new Event[240];
        for (int i = 0; i < events.length; i++) {
            events[i] = Event.of("p" + i).language("en").text("tea").published("2014-01-01T00:00:00Z");
            if (i % 3 == 0) events[i].tag("third", "Third");
        }
        put(events);
        PostCounts counts = new PostCounts(index.index, index.search, 120);
        PostQuery tea = TestIndex.query("tea");

        var facets = counts.facets(tea, EnumSet.of(Facet.TAG, Facet.LANGUAGE), 10);

        assertTrue(facets.estimated());
        assertEquals(240, facets.byFacet().get(Facet.LANGUAGE).get(0).posts(), 24);
        assertEquals(80, facets.byFacet().get(Facet.TAG).get(0).posts(), 24);
        var timeline = counts.timeline(tea, Interval.YEAR);
        assertTrue(timeline.estimated());
        assertEquals(240, timeline.bars().get(0).posts(), 24);
        assertTrue(counts.tags(tea, "", Optional.empty(), 10).estimated());
        assertFalse(counts.tags(tea.withTag("third"), "", Optional.empty(), 10).estimated(), "few enough");
        assertFalse(new PostCounts(index.index, index.search, 240)
                .tags(tea, "", Optional.empty(), 10)
                .estimated());
    }

    private static List<String> values(List<Count> counts) {
        return counts.stream().map(Count::value).toList();
    }
}
