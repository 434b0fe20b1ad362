package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.postwire.query.change.Change.Bury;
import dev.postwire.query.post.Event;
import dev.postwire.query.receipt.ReceiptState;
import org.junit.jupiter.api.Test;

/** What became of each submission, as the tables tell it. */
class ReceiptsIT {
    private final TestStore test = TestStore.create();

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
}
