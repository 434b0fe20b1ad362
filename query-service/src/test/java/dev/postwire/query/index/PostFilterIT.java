package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.query.post.Event;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What filters leave, in which order, and page by page, over a real database. */
class PostFilterIT extends OverIndex {
    @Test
    void filtersByEverythingAtOnce() throws Exception {
        put(
                Event.of("a")
                        .language("en-GB")
                        .site("x.example")
                        .author("Ines  Okafor")
                        .author("Bo")
                        .tag("py", "Py")
                        .tag("go", "Go")
                        .published("2014-05-25T23:30:00+02:00")
                        .text("tea"),
                Event.of("b")
                        .language("en")
                        .site("y.example")
                        .tag("py", "Py")
                        .published("2014-05-26T00:00:00Z")
                        .text("tea"),
                Event.of("c").language("de").text("tea"));

        assertEquals(
                List.of("a"),
                index.found(TestIndex.typed(
                        "tea",
                        List.of("py", "go"),
                        "en",
                        "x.example",
                        "INES okafor",
                        "2014-05-25",
                        "2014-05-25",
                        null)));
        assertEquals(
                List.of("b", "a"), index.found(TestIndex.typed("", List.of("py"), null, null, null, null, null, null)));
        assertEquals(
                List.of("b", "a"), index.found(TestIndex.typed("", List.of(), "en", null, null, null, null, null)));
        assertEquals(List.of("a"), index.found(TestIndex.typed("", List.of(), "en-gb", null, null, null, null, null)));
        assertEquals(List.of(), index.found(TestIndex.typed("", List.of(), "en-g", null, null, null, null, null)));
        assertEquals(
                List.of("a"), index.found(TestIndex.typed("", List.of(), null, null, null, null, "2014-05-25", null)));
        assertEquals(
                List.of("b"), index.found(TestIndex.typed("", List.of(), null, null, null, "2014-05-26", null, null)));
    }

    @Test
    void givesEveryPostOnceWhileOthersComeIn() throws Exception {
        for (String sort : List.of("published", "received", "relevance")) {
            store.run("TRUNCATE post, change CASCADE; UPDATE change_counter SET last_number = last_number + 1");
            index.close();
            Path fresh = folder.resolve(sort);
            index = TestIndex.open(store, fresh);
            Event[] events = new Event[50];
            for (int i = 0; i < 50; i++) {
                // Groups of equal dates, so that the id must tell them apart.
                String date = "2020-01-%02dT00:00:00Z".formatted(1 + i / 10);
                events[i] = Event.of("p" + i)
                        .language("en")
                        .text("tea " + "and ".repeat(i % 7))
                        .published(date)
                        .receivedAt(date);
            }
            put(events);
            PostQuery query = TestIndex.sorted("tea", sort);
            List<String> seen = new ArrayList<>();
            Optional<Cursor> cursor = Optional.empty();
            do {
                PostSearch.Found page = index.page(query, cursor, 7);
                seen.addAll(page.ids());
                cursor = page.next();
                String late = "2021-01-01T00:00:00Z";
                put(Event.of("new" + seen.size())
                        .language("en")
                        .text("tea")
                        .published(late)
                        .receivedAt(late));
            } while (cursor.isPresent());

            assertEquals(50, seen.size(), sort);
            assertEquals(50, Set.copyOf(seen).size(), sort);
        }
    }

    @Test
    void prefersTheNewerALittleUnlessToldNotTo() throws Exception {
        put(
                Event.of("a-old").language("en").text("tea").published("2001-01-01T00:00:00Z"),
                Event.of("b-new").language("en").text("tea").published("2026-01-01T00:00:00Z"));

        assertEquals(List.of("b-new", "a-old"), index.found("tea"));
        PostQuery query = TestIndex.query("tea");
        assertEquals(
                List.of("a-old", "b-new"),
                index.found(new PostQuery(
                        query.words(),
                        query.tags(),
                        query.language(),
                        query.site(),
                        query.author(),
                        query.from(),
                        query.until(),
                        query.sort(),
                        true,
                        false)));
    }
}
