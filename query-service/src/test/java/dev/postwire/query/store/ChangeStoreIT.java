package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.change.Change;
import dev.postwire.query.change.Change.Bury;
import dev.postwire.query.post.Event;
import dev.postwire.query.receipt.ReceiptState;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

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
    void erasesAPostAndAllThatWasSaidOfIt() throws Exception {
        test.put(test.publish(Event.of("p").origin(0, 1).tag("a", "A")), test.enriched("p", 0, 1));
        test.put(
                test.bury("p", 0, 2, "not-text"),
                test.account("p", 0, 2, "rejected", ",\"reason\":\"not-text\",\"detail\":\"d\""));

        assertEquals(1, test.put(test.erase("p", 0, 3)));

        assertEquals("0 0", test.one("SELECT (SELECT count(*) FROM post)||' '||(SELECT count(*) FROM rejection)"));
        assertEquals("0", test.one("SELECT count(detail) FROM receipt"));
        assertEquals("2 true", test.one("SELECT number||' '||erased FROM change"));
        assertInstanceOf(ReceiptState.Erased.class, test.state(0, 1));
        assertInstanceOf(ReceiptState.Erased.class, test.state(0, 2));
    }

    @Test
    void letsNothingFromBeforeAnErasureComeBack() throws Exception {
        test.put(test.erase("p", 0, 5));

        assertEquals(0, test.put(test.publish(Event.of("p").origin(0, 4)), test.bury("p", 0, 3, "not-text")));

        assertEquals("0", test.one("SELECT count(*) FROM post"));
        assertEquals("0", test.one("SELECT count(*) FROM change"));
    }

    @Test
    void takesAPostThatIsPostedAgainAfterItsErasure() throws Exception {
        test.put(test.publish(Event.of("p").origin(0, 1)), test.enriched("p", 0, 1));
        test.put(test.erase("p", 0, 2), test.account("p", 0, 2, "erased", ""));

        test.put(test.publish(Event.of("p").origin(0, 3)), test.enriched("p", 0, 3));

        assertInstanceOf(ReceiptState.Erased.class, test.state(0, 1));
        assertInstanceOf(ReceiptState.Erased.class, test.state(0, 2));
        assertInstanceOf(ReceiptState.Stored.class, test.state(0, 3));
        assertEquals("3 false", test.one("SELECT number||' '||erased FROM change"));
    }

    @Test
    void leavesALaterPostWhereAnEarlierErasureComesLate() throws Exception {
        test.put(test.publish(Event.of("p").origin(0, 3)));

        test.put(test.erase("p", 0, 2));

        assertEquals("1", test.one("SELECT count(*) FROM post"));
    }

    @Test
    void erasesByTheLedgerAloneWhereItIsReadFirst() throws Exception {
        test.put(test.publish(Event.of("p").origin(0, 1)));

        test.put(test.account("p", 0, 2, "erased", ""));

        assertEquals("0", test.one("SELECT count(*) FROM post"));
        assertInstanceOf(ReceiptState.Erased.class, test.state(0, 2));
        assertEquals(0, test.put(test.erase("p", 0, 2)));
    }

    @Test
    void tellsTheStateOfEveryReceipt() throws Exception {
        test.put(test.publish(Event.of("p").origin(0, 1)));
        test.put(
                test.enriched("p", 0, 1),
                test.account("p", 0, 2, "unchanged", TestStore.current(1)),
                test.account("q", 0, 4, "rejected", ",\"reason\":\"not-text\",\"detail\":\"no text\""),
                test.account("r", 0, 5, "erased", ""),
                test.enriched("s", 0, 6),
                test.account(
                        "p", 0, 7, "rejected", ",\"reason\":\"not-text\",\"detail\":\"d\"" + TestStore.current(1)));

        assertEquals(
                "p",
                assertInstanceOf(ReceiptState.Stored.class, test.state(0, 1)).id());
        assertEquals(
                1, assertInstanceOf(ReceiptState.Stored.class, test.state(0, 2)).revision());
        assertInstanceOf(ReceiptState.Superseded.class, test.state(0, 3));
        var rejected = assertInstanceOf(ReceiptState.Rejected.class, test.state(0, 4));
        assertEquals("q not-text no text", rejected.id() + " " + rejected.reason() + " " + rejected.detail());
        assertInstanceOf(ReceiptState.Erased.class, test.state(0, 5));
        assertInstanceOf(ReceiptState.Accepted.class, test.state(0, 6), "accounted for, and not to be read yet");
        assertInstanceOf(ReceiptState.Rejected.class, test.state(0, 7));
        assertInstanceOf(ReceiptState.Accepted.class, test.state(0, 8));
        assertInstanceOf(ReceiptState.Accepted.class, test.state(1, 0));
    }

    @Test
    void tellsAReceiptWhoseResultNobodyCanReadFromOneUnderWay() throws Exception {
        test.put(test.bury("p", 0, 1, Bury.UNREADABLE), test.enriched("p", 0, 1));

        var state = assertInstanceOf(ReceiptState.Rejected.class, test.state(0, 1));
        assertEquals(Bury.UNREADABLE, state.reason());

        test.put(test.publish(Event.of("p").origin(0, 1).version("1.1")));
        assertInstanceOf(ReceiptState.Stored.class, test.state(0, 1));
    }

    @Test
    void takesALaterEntryAboutTheSameSubmission() throws Exception {
        test.put(test.account("p", 0, 1, "rejected", ",\"reason\":\"not-text\",\"detail\":\"d\""));
        test.put(test.publish(Event.of("p").origin(0, 1)));

        test.put(test.enriched("p", 0, 1));

        assertInstanceOf(ReceiptState.Stored.class, test.state(0, 1));
    }

    @Test
    void tellsThatARetriedKeyIsOfAPostThatWasErased() throws Exception {
        test.put(test.publish(Event.of("p").origin(0, 1)), test.enriched("p", 0, 1));
        test.put(test.erase("p", 0, 2), test.account("p", 0, 2, "erased", ""));

        test.put(test.account("p", 0, 3, "unchanged", ",\"erased\":2"));

        assertInstanceOf(ReceiptState.Erased.class, test.state(0, 3));
    }

    @Test
    void tellsThatARetriedErasureWasCarriedOutThoughThePostIsPublishedAgain() throws Exception {
        test.put(test.erase("p", 0, 1), test.account("p", 0, 1, "erased", ""));
        test.put(test.publish(Event.of("p").origin(0, 2)), test.enriched("p", 0, 2));

        test.put(test.account("p", 0, 3, "unchanged", TestStore.current(2) + ",\"erasure\":true"));

        assertInstanceOf(ReceiptState.Erased.class, test.state(0, 3));
        assertInstanceOf(ReceiptState.Stored.class, test.state(0, 2));
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
    void advancesOnlyFromWhereTheReaderStands() throws Exception {
        Partition partition = new Partition("posts.enriched.v1", 0);
        assertEquals(Map.of(partition, 0L), test.store().positions(Set.of(partition)));
        test.store().store(List.of(), List.of(new Progress(partition, 0, 10)));
        List<Change> stale = List.of(test.publish(Event.of("p")));

        assertThrows(Fenced.class, () -> test.store().store(stale, List.of(new Progress(partition, 5, 11))));

        assertEquals("0", test.one("SELECT count(*) FROM post"));
        assertEquals(Map.of(partition, 10L), test.store().positions(Set.of(partition)));
    }

    @Test
    void fencesOneOfTwoWhoReadTheSamePartition() throws Exception {
        Partition partition = new Partition("posts.enriched.v1", 0);
        test.store().positions(Set.of(partition));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Change publish = test.publish(Event.of("p" + i));
            tries.add(threads.submit(() -> {
                try {
                    test.store().store(List.of(publish), List.of(new Progress(partition, 0, 1)));
                    return true;
                } catch (Fenced e) {
                    return false;
                }
            }));
        }
        int stored = 0;
        for (Future<Boolean> one : tries) stored += one.get() ? 1 : 0;
        threads.shutdown();

        assertEquals(1, stored);
        assertEquals("1", test.one("SELECT count(*) FROM post"));
    }

    @Test
    void numbersChangesWithoutAGapInTheOrderOfCommits() throws Exception {
        int writers = 6;
        int batches = 25;
        ExecutorService threads = Executors.newFixedThreadPool(writers + 1);
        List<Future<?>> all = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            String name = "w" + w + "-";
            all.add(threads.submit(() -> {
                for (int b = 0; b < batches; b++) {
                    test.put(test.publish(Event.of(name + b)), test.publish(Event.of(name + b + "x")));
                }
                return null;
            }));
        }
        Future<Integer> reader = threads.submit(() -> neverSeesALowerNumberLater(writers * batches * 2));
        for (Future<?> one : all) one.get();
        threads.shutdown();

        assertEquals(writers * batches * 2, reader.get());
        List<Long> numbers = test.all("SELECT number FROM change ORDER BY number").stream()
                .map(Long::valueOf)
                .toList();
        assertEquals(LongStream.rangeClosed(1, writers * batches * 2L).boxed().toList(), numbers);
    }

    /** What a follower does: asks for all after the last it saw. If a lower number came later it would miss that one. */
    private int neverSeesALowerNumberLater(int expected) throws Exception {
        long last = 0;
        int seen = 0;
        try (Connection connection = test.connect()) {
            while (seen < expected) {
                List<Long> more = new Sql()
                        .add("SELECT number FROM change WHERE number > ? ORDER BY number", last)
                        .list(connection, row -> row.getLong(1));
                for (long number : more) {
                    assertEquals(last + 1, number);
                    last = number;
                    seen++;
                }
            }
        }
        return seen;
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
