package dev.postwire.enrich.http;

import dev.postwire.platform.coding.BrokenCodingException;
import dev.postwire.platform.coding.CodingProblems;
import dev.postwire.platform.coding.ContentCoding;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Bodies of previews, each within its limit and all of them within room for one of the largest: the workers beside them need the
 * memory. Who finds no room is turned away, nobody waits for it; what is declared larger than allowed is refused unread. Throws
 * {@link ProblemException}. Thread-safe.
 */
final class PreviewBodies {
    /** What a preview takes at the least, so that small ones are few enough too. */
    static final int LEAST_BYTES = 64 * 1024;

    private static final int LEAST_CALLS = 64;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int CHUNK = 16 * 1024;

    private final long largest;
    private final long room;
    private final Duration patience;
    private final AtomicLong taken = new AtomicLong();

    /** @param patience how long a body may take to arrive */
    PreviewBodies(long largest, Duration patience) {
        this.largest = largest;
        this.room = Math.max(largest, (long) LEAST_CALLS * LEAST_BYTES);
        this.patience = patience;
    }

    /**
     * Reads the body and has something made of it; its room is given back however that ends. Blocks.
     *
     * @param declared its length as the call says; negative where it doesn't
     * @param coding how it is packed; unpacked it is no larger than one that is not
     */
    <T> T read(InputStream body, long declared, ContentCoding coding, Function<byte[], T> work) {
        if (declared > largest) throw tooLarge();
        Place place = new Place();
        try {
            place.growTo(LEAST_BYTES);
            return work.apply(whole(body, coding, place));
        } finally {
            place.leave();
        }
    }

    long taken() {
        return taken.get();
    }

    private byte[] whole(InputStream body, ContentCoding coding, Place place) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        long deadline = System.nanoTime() + patience.toNanos();
        try (InputStream unpacked = coding.unpack(body)) {
            for (int count = unpacked.read(chunk); count >= 0; count = unpacked.read(chunk)) {
                if (whole.size() + (long) count > largest) throw tooLarge();
                if (System.nanoTime() - deadline > 0) throw tooSlow();
                place.growTo(whole.size() + (long) count);
                whole.write(chunk, 0, count);
            }
        } catch (BrokenCodingException e) {
            throw CodingProblems.broken(e);
        } catch (IOException e) {
            throw tooSlow(); // or the caller is gone, and nobody sees the answer
        }
        return whole.toByteArray();
    }

    private ProblemException tooLarge() {
        return Problem.of(ProblemCode.BODY_TOO_LARGE, "At most " + largest + " bytes are taken.")
                .exception();
    }

    private ProblemException tooSlow() {
        return Problem.of(ProblemCode.BODY_TIMEOUT, "The body must arrive within " + patience.toSeconds() + " s.")
                .exception();
    }

    private static ProblemException overloaded() {
        return Problem.retryable(ProblemCode.OVERLOADED, "Too many previews are under way. Send it again.", RETRY_AFTER)
                .exception();
    }

    /** One preview's room, for one thread. */
    private final class Place {
        private long mine;

        void growTo(long bytes) {
            long more = bytes - mine;
            if (more <= 0) return;
            if (taken.addAndGet(more) > room) {
                taken.addAndGet(-more);
                throw overloaded();
            }
            mine = bytes;
        }

        void leave() {
            taken.addAndGet(-mine);
        }
    }
}
