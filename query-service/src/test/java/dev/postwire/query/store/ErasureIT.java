package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.postwire.query.post.Event;
import dev.postwire.query.receipt.ReceiptState;
import org.junit.jupiter.api.Test;

/** What an erasure takes away, and what it leaves. */
class ErasureIT {
    private final TestStore test = TestStore.create();

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
}
