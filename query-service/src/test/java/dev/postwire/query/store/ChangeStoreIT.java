package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.change.Change;
import dev.postwire.query.post.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Posts that are stored, each at its latest version. */
class ChangeStoreIT {
    private final TestStore test = TestStore.create();

    @Test
    void storesAPostWithItsTagsAndItsNumber() throws Exception {
        Event event = Event.of("p")
                .origin(2, 7)
                .title("PyCon 2014")
                .tag("python", "Python")
                .tag("travel", "Travel");

        assertEquals(1, test.put(test.publish(event)));

        assertEquals(
                "1 2-7 PyCon 2014",
                test.one("SELECT revision||' '||origin_partition||'-'||origin_offset||' '||title FROM post"));
        assertEquals("1 p false", test.one("SELECT number||' '||post_id||' '||erased FROM change"));
    }

    @Test
    void changesNothingWhenTheSameComesAgain() throws Exception {
        Change publish = test.publish(Event.of("p").tag("a", "A"));
        Change account = test.enriched("p", 0, 8);
        Change bury = test.bury("q", 0, 9, "not-text");
        Change erase = test.erase("r", 0, 10);
        List<Change> all = List.of(publish, account, bury, erase);
        assertEquals(4, test.put(all));
        String before = everything();

        assertEquals(0, test.put(all));

        assertEquals(before, everything());
    }

    @Test
    void keepsTheLatestInWhateverOrderTheyCome() throws Exception {
        List<Change> versions = new ArrayList<>();
        for (long offset = 1; offset <= 4; offset++) {
            for (String version : List.of("1.9", "1.10")) {
                versions.add(test.publish(
                        Event.of("p").origin(0, offset).version(version).title(offset + " " + version)));
            }
        }
        Random random = new Random(7);
        for (int round = 0; round < 5; round++) {
            test.run("TRUNCATE post CASCADE");
            Collections.shuffle(versions, random);
            for (Change version : versions) test.put(version);

            assertEquals("4 1.10", test.one("SELECT title FROM post"));
        }
    }

    @Test
    void replacesAPostWhole() throws Exception {
        test.put(test.publish(Event.of("p").origin(0, 1).text("alpha").tag("a", "A")));

        test.put(test.publish(Event.of("p").origin(0, 2).text("omega").tag("b", "B")));

        assertEquals("1", test.one("SELECT count(*) FROM post WHERE document LIKE '%\"slug\":\"b\"%'"));
        assertEquals("0", test.one("SELECT count(*) FROM post WHERE document LIKE '%\"slug\":\"a\"%'"));
        assertEquals("2", test.one("SELECT revision FROM post"));
    }

    @Test
    void storesWhatPostgresqlCannotHoldInColumns() throws Exception {
        Event event = Event.of("p")
                .title("nu\u0000l \uD83D")
                .text("wo\u0000rd")
                .tag("\u0000", "\u0000")
                .author("a\u0000b\nc");
        event.json().put("eventId", "\u0000e");

        assertEquals(1, test.put(test.publish(event)));

        assertEquals("nul \uFFFD", test.one("SELECT title FROM post"));
        assertTrue(
                test.one("SELECT document FROM post").contains("nu\\u0000l \\uD83D"), "the event is kept as it came");
    }

    @Test
    void storesWhatIsTooLongForAnIndex() throws Exception {
        String longWord = "x".repeat(100_000);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 120_000; i++)
            words.append(Integer.toString(i, 36)).append('-').append(i % 97).append(' ');
        Event event = Event.of("p")
                .title(longWord)
                .text(words.toString())
                .tag(longWord, longWord)
                .author(longWord)
                .site(longWord);

        assertEquals(1, test.put(test.publish(event.language("en" + "-abcdefgh".repeat(100)))));

        assertEquals("250 250", test.one("SELECT length(site)||' '||length(authors[1]) FROM post"));
    }

    @Test
    void stores10000RecordsInBatches() throws Exception {
        List<Change> records = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String text = "post number " + i + " ".repeat(2) + "about sprints and trains ".repeat(40);
            records.add(test.publish(Event.of("p" + i)
                    .origin(i % 6, i)
                    .title("Post " + i)
                    .text(text)
                    .tag("t" + i % 50, "T" + i % 50)));
            records.add(test.enriched("p" + i, i % 6, i));
        }
        long started = System.nanoTime();

        for (int from = 0; from < records.size(); from += 1_000) test.put(records.subList(from, from + 1_000));

        long millis = (System.nanoTime() - started) / 1_000_000;
        System.out.printf("10000 records (5000 posts of 1 kB, 5000 receipts) stored in %d ms%n", millis);
        assertEquals(
                "5000 5000 5000",
                test.one(
                        "SELECT (SELECT count(*) FROM post)||' '||(SELECT count(*) FROM receipt)||' '||(SELECT max(number) FROM change)"));
    }

    private String everything() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("post", "receipt", "rejection", "erasure", "change", "change_counter")) {
            all.append(test.all("SELECT t::text FROM " + table + " t ORDER BY 1"));
        }
        return all.toString();
    }
}
