package dev.postwire.enrich.bounds;

import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.post.RawPost;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** A program that enriches the posts that come in on one end, in whatever heap it was given, and says on the other how that went. */
final class SmallHeap {
    static final String DONE = "done";
    static final String FULL = "full";

    private SmallHeap() {}

    /** Reads a media type and a length before each body, up to an empty media type; then says how many bytes the heap holds. */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        // Whatever logs must not be taken for an answer.
        System.setOut(System.err);
        Enricher enricher = new Enricher();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in))) {
            for (String type = in.readUTF(); !type.isEmpty(); type = in.readUTF()) {
                out.println(answer(enricher, type, in.readNBytes(in.readInt())));
            }
        }
        System.gc();
        out.println(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }

    private static String answer(Enricher enricher, String type, byte[] body) {
        RawPost.Origin origin = new RawPost.Origin(0, 0, Instant.EPOCH);
        try {
            enricher.enrich(new RawPost("a-post", "an-event", origin, type, body, List.of(Bomb.URL)));
            return DONE;
        } catch (OutOfMemoryError e) {
            return FULL;
        }
    }
}
