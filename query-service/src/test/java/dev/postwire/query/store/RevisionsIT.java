package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.query.change.Change.Publish;
import dev.postwire.query.post.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The test's store keeps two versions before the one that stands. */
class RevisionsIT {
    private final TestStore test = TestStore.create();

    @Test
    void keepsTheLastVersionsBeforeTheOneThatStands() throws Exception {
        for (int i = 1; i <= 4; i++) test.put(version("p", i), version("q", i));

        assertEquals(
                List.of("p 2 V2", "p 3 V3", "q 2 V2", "q 3 V3"),
                test.all("SELECT post_id||' '||revision||' '||(document::json->>'title') FROM revision ORDER BY 1"));
        assertEquals("4 V4", test.one("SELECT revision||' '||title FROM post WHERE id = 'p'"));
    }

    @Test
    void keepsNothingOfAVersionThatWasNeverStored() throws Exception {
        test.put(version("p", 1), version("p", 2), version("p", 3));

        assertEquals("0", test.one("SELECT count(*) FROM revision"));
    }

    @Test
    void leavesNoByteOfAnErasedPost() throws Exception {
        test.put(version("p", 1));
        test.put(version("p", 2));

        test.put(test.erase("p", 0, 3));

        assertEquals("0", test.one("SELECT count(*) FROM revision"));
    }

    @Test
    void leavesNoByteFromBeforeAnErasureWhereThePostComesBackAtOnce() throws Exception {
        test.put(version("p", 1));
        test.put(version("p", 2));

        test.put(test.erase("p", 0, 3), version("p", 4));

        assertEquals("0", test.one("SELECT count(*) FROM revision"));
        assertEquals("1 V4", test.one("SELECT revision||' '||title FROM post"));
    }

    @Test
    void takesOldVersionsWithAnErasureThatComesLate() throws Exception {
        test.put(version("p", 1));
        test.put(version("p", 3));
        test.put(version("p", 4));

        test.put(test.erase("p", 0, 2));

        assertEquals(List.of("V3"), test.all("SELECT document::json->>'title' FROM revision"));
        assertEquals("V4", test.one("SELECT title FROM post"));
    }

    private Publish version(String id, int offset) {
        return test.publish(Event.of(id).origin(0, offset).title("V" + offset));
    }
}
