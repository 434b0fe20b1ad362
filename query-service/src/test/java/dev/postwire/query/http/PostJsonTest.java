package dev.postwire.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.query.http.PostLists.PostList;
import dev.postwire.query.index.Facet;
import dev.postwire.query.index.PostCounts.Count;
import dev.postwire.query.index.PostCounts.Counts;
import dev.postwire.query.index.PostSearch.Answered;
import dev.postwire.query.index.PostSearch.Found;
import dev.postwire.query.index.PostSearch.Story;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.Sort;
import dev.postwire.query.search.Words;
import dev.postwire.query.store.Posts.Listed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostJsonTest {
    private static final PostQuery EVERYTHING = new PostQuery(
            new Words(List.of(), List.of()),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Sort.PUBLISHED,
            true,
            true);

    @Test
    void saysWhatStandsForOthersAndWhatWasEstimated() {
        Found found = new Found(
                List.of("a", "b"),
                Map.of("a", new Story("s", 2)),
                Optional.empty(),
                4,
                false,
                new Answered(EVERYTHING, List.of("A note.")),
                List.of());
        Counts counts = new Counts(Map.of(Facet.AUTHOR, List.of(new Count("bo", "Bo", 4))), true);

        String json = PostJson.list(
                new PostList(found, List.of(listed("a"), listed("b")), Map.of(), Optional.of(counts)),
                Optional.empty());

        assertEquals(
                "{'posts':[{'id':'a','revision':1,'storedAt':'1970-01-01T00:00:00Z','story':{'id':'s','copies':2}},"
                        + "{'id':'b','revision':1,'storedAt':'1970-01-01T00:00:00Z'}],'total':4,'notes':['A note.'],"
                        + "'facets':{'author':[{'value':'bo','label':'Bo','posts':4}]},'facetsEstimated':true}",
                json.replace('"', '\''));
    }

    private static Listed listed(String id) {
        return new Listed(id, 1, Instant.EPOCH, "{\"id\":\"" + id + "\"}");
    }
}
