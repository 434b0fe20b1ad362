package dev.postwire.query.follow;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One change as it goes over the wire, written once for all who get it.
 *
 * @param post what filters look at; absent where the post was erased, which everybody is told
 */
public record Frame(long number, Optional<PostFields> post, byte[] bytes) {
    /** A post whose JSON is longer than this is sent by its id alone: a stream is no place for megabytes. */
    static final int LONGEST_DATA = 256 * 1024;

    private static final int ROOM = 64;

    /** @param json the post as it stands in lists */
    public static Frame post(ChangeCursor at, PostFields post, String json) {
        String data = json.length() <= LONGEST_DATA ? json : "{\"id\":\"" + post.id() + "\",\"tooLarge\":true}";
        return new Frame(at.number(), Optional.of(post), event(at, "post", data));
    }

    public static Frame erased(ChangeCursor at, String id) {
        return new Frame(at.number(), Optional.empty(), event(at, "erased", "{\"id\":\"" + id + "\"}"));
    }

    /** The last event of a stream: where to go on, and why it ended. */
    static byte[] goodbye(ChangeCursor at, Farewell reason) {
        return event(at, "goodbye", "{\"reason\":\"" + reason.label() + "\",\"since\":\"" + at + "\"}");
    }

    /** No event, but tells a client how far it has got: what it resumes from if the connection breaks. */
    static byte[] heartbeat(ChangeCursor at) {
        return (": here\nid: " + at + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The same, and how long a client waits before it comes again. */
    static byte[] greeting(ChangeCursor at) {
        return ("retry: 2000\nid: " + at + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** JSON has no line end outside its strings and none unescaped within them, so data is one line. */
    private static byte[] event(ChangeCursor at, String type, String data) {
        return new StringBuilder(data.length() + ROOM)
                .append("id: ")
                .append(at)
                .append("\nevent: ")
                .append(type)
                .append("\ndata: ")
                .append(data)
                .append("\n\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    int size() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "Frame[" + number + ", " + bytes.length + " bytes]";
    }
}
