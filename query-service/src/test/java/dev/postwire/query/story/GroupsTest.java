package dev.postwire.query.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.query.story.Groups.Member;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final Member TEASER = member("teaser", 1, 50);
    private static final Member ORIGINAL = member("original", 2, 100);
    private static final Member COPY = member("copy", 3, 110);

    @Test
    void putsTheEarliestFirstThatIsNotMuchShorterThanTheLongest() {
        assertEquals(List.of(ORIGINAL, COPY, TEASER), Groups.bestFirst(List.of(COPY, TEASER, ORIGINAL)));
    }

    @Test
    void joinsWhatIsLinkedThroughOthersAndLeavesTheRestAlone() {
        Member apart = member("apart", 0, 100);
        Map<String, Set<String>> links = Map.of(
                "teaser", Set.of("copy", "erased"),
                "copy", Set.of("teaser", "original"),
                "original", Set.of("copy"));

        assertEquals(
                Map.of("teaser", "original", "copy", "original", "original", "original", "apart", "apart"),
                Groups.of(List.of(COPY, apart, TEASER, ORIGINAL), links));
    }

    private static Member member(String id, int day, int words) {
        return new Member(id, Instant.EPOCH.plusSeconds(86_400L * day), words);
    }
}
