package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.index.Highlights.Highlight;
import dev.postwire.query.post.Event;
import dev.postwire.query.store.IndexFeed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown of what is found, over a real database. */
class HighlightsIT extends OverIndex {
    @Test
    void marksWhereTheWordsStandAndLetsNoMarkupThrough() throws Exception {
        String text = "<b>Before</b> " + "filling ".repeat(60) + "the ferries & a night train. " + "more ".repeat(80);
        put(Event.of("a").language("en").title("Ferry's <night>").text(text));
        put(Event.of("ja").language("ja").text("昨日、東京大学で研究した。"));
        IndexFeed feed = new IndexFeed(store.source(), () -> {});
        Highlights highlights = new Highlights(TestIndex.LANGUAGES);
        List<StoreChange> posts = feed.posts(Optional.empty(), 10, Moment.NOW);

        Highlight found = highlights.of(TestIndex.query("ferry night").words(), posts.get(0));

        assertEquals(Optional.of("<mark>Ferry&#39;s</mark> &lt;<mark>night</mark>&gt;"), found.title());
        assertEquals(1, found.text().size());
        assertTrue(
                found.text().get(0).contains("the <mark>ferries</mark> &amp; a <mark>night</mark> train"),
                found.toString());
        assertTrue(found.text().get(0).length() < 300);
        assertTrue(highlights
                .of(TestIndex.query("大学").words(), posts.get(1))
                .text()
                .get(0)
                .contains("<mark>"));
    }
}
