package dev.postwire.query.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.query.post.Event;
import dev.postwire.query.revision.Difference.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void namesFieldsTagsAndWords() {
        ObjectNode older = Event.of("p")
                .origin(0, 1)
                .title("Tea")
                .text("At four.")
                .tag("tea", "Tea")
                .json();
        ObjectNode newer =
                Event.of("p").origin(0, 2).text("At five.").tag("cake", "Cake").json();
        newer.put("description", "New");

        Difference difference = Difference.between(older, newer);

        assertEquals(Set.of("description", "tags", "text", "title"), difference.fields());
        assertEquals(
                Map.of("title", new Values("Tea", null), "description", new Values(null, "New")), difference.values());
        assertEquals(List.of("cake"), difference.tagsAdded());
        assertEquals(List.of("tea"), difference.tagsRemoved());
        assertEquals(
                List.of(new Edit(3, "four", "five")),
                difference.text().orElseThrow().edits());
    }

    @Test
    void findsNothingWhereOnlyTheOriginDiffers() {
        Difference difference = Difference.between(
                Event.of("p").origin(0, 1).json(), Event.of("p").origin(0, 2).json());

        assertEquals(Set.of(), difference.fields());
        assertTrue(difference.text().isEmpty());
    }
}
