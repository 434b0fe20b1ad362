package dev.postwire.query.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.follow.OpenStream.Next;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenStreamTest {
    private static final ChangeCursor START = new ChangeCursor("5f0c9a1b77de", 10);

    private final Recent recent = new Recent(1_000);
    private final Reader reader = new Reader();

    /** Takes what it is given, or nothing. */
    private static final class Reader implements Outlet {
        private final StringBuilder taken = new StringBuilder();
        private boolean full;
        private boolean ended;

        @Override
        public boolean full() {
            return full;
        }

        @Override
        public void write(List<byte[]> pieces) {
            assertFalse(ended, "written to after the end");
            pieces.forEach(piece -> taken.append(new String(piece, StandardCharsets.UTF_8)));
        }

        @Override
        public void end() {
            ended = true;
        }

        String since(int length) {
            return taken.substring(length);
        }
    }

    @Test
    void givesEachChangeOnceAndThoseThatAreAskedForOnly() {
        recent.begin(START);
        OpenStream stream = stream(START, post -> post.id().equals("yes"));
        add(11, "yes");
        add(12, "no");

        assertEquals(Next.NEWS, stream.advance());
        assertEquals(Next.NEWS, stream.advance());

        assertEquals(1, count("event: post"));
        assertTrue(reader.taken.toString().contains("id: 5f0c9a1b77de-11\nevent: post\ndata: {\"id\":\"yes\"}\n\n"));
        // Passed over, and known to be: a resumption begins after it.
        assertEquals(START.at(12), stream.at());
    }

    @Test
    void tellsEverybodyOfAnErasure() {
        recent.begin(START);
        OpenStream stream = stream(START, post -> false);
        recent.add(Frame.erased(START.at(11), "gone"));

        stream.advance();

        assertEquals("id: 5f0c9a1b77de-11\nevent: erased\ndata: {\"id\":\"gone\"}\n\n", reader.taken.toString());
    }

    @Test
    void tellsHowFarItIsWithoutAnEvent() {
        recent.begin(START);
        OpenStream stream = stream(START, post -> false);
        add(11, "other");
        stream.advance();

        stream.heartbeat(0);

        assertEquals(": here\nid: 5f0c9a1b77de-11\n\n", reader.taken.toString());
    }

    @Test
    void holdsNothingForAReaderThatTakesNothing() {
        recent.begin(START);
        OpenStream stream = stream(START, post -> true);
        reader.full = true;
        add(11, "a");

        assertEquals(Next.ROOM, stream.advance());
        assertEquals("", reader.taken.toString());

        reader.full = false;
        assertEquals(Next.NEWS, stream.advance());
        assertEquals(1, count("event: post"));
    }

    @Test
    void sendsASlowReaderOffWithThePlaceToResumeFrom() {
        recent.begin(START);
        OpenStream stream = stream(START, post -> true);
        add(11, "first");
        stream.advance();
        int length = reader.taken.length();
        for (int number = 12; number < 60; number++) add(number, "p" + number);

        assertEquals(Next.OVER, stream.advance());

        assertEquals(
                "id: 5f0c9a1b77de-11\nevent: goodbye\ndata: {\"reason\":\"slow\",\"since\":\"5f0c9a1b77de-11\"}\n\n",
                reader.since(length));
        assertTrue(reader.ended);
    }

    @Test
    void sendsAReaderOffThatTakesNothingForAMinute() {
        recent.begin(START);
        OpenStream stream = stream(START, post -> true);
        reader.full = true;
        stream.heartbeat(1);
        stream.heartbeat(Duration.ofSeconds(59).toNanos());
        assertFalse(stream.over());

        stream.heartbeat(Duration.ofSeconds(62).toNanos());

        assertTrue(stream.over());
        assertEquals(1, count("goodbye"));
    }

    @Test
    void resumesFromBeforeWhatIsKeptByPages() {
        recent.begin(START.at(100));
        add(101, "new");
        OpenStream stream = stream(START, post -> true);

        assertEquals(Next.PAGE, stream.advance());
        stream.catchUp(List.of(frame(50, "old"), frame(70, "older")), START.at(70));
        assertTrue(stream.holdsPage());
        assertEquals(Next.PAGE, stream.advance());
        assertFalse(stream.holdsPage());
        stream.catchUp(List.of(frame(100, "last")), START.at(100));
        assertEquals(Next.NEWS, stream.advance());

        assertEquals(4, count("event: post"));
        assertEquals(START.at(101), stream.at());
    }

    @Test
    void waitsWhereNothingIsReadYet() {
        OpenStream stream = stream(START, post -> true);

        assertEquals(Next.NEWS, stream.advance());

        recent.begin(START);
        add(11, "a");
        stream.advance();
        assertEquals(1, count("event: post"));
    }

    @Test
    void sendsAHugePostByItsIdAlone() {
        PostFields post = fields("huge");
        Frame frame = Frame.post(START, post, "{\"x\":\"" + "y".repeat(Frame.LONGEST_DATA) + "\"}");

        assertTrue(new String(frame.bytes(), StandardCharsets.UTF_8)
                .contains("data: {\"id\":\"huge\",\"tooLarge\":true}\n\n"));
    }

    private OpenStream stream(ChangeCursor from, Selection selection) {
        return new OpenStream(from, selection, recent, reader);
    }

    private void add(long number, String id) {
        recent.add(frame(number, id));
    }

    private static Frame frame(long number, String id) {
        return Frame.post(START.at(number), fields(id), "{\"id\":\"" + id + "\"}");
    }

    private static PostFields fields(String id) {
        return new PostFields(id, Set.of(), "en", Optional.empty(), Set.of(), Optional.empty(), WordAnswers.NONE);
    }

    private int count(String word) {
        return reader.taken.toString().split(word, -1).length - 1;
    }
}
