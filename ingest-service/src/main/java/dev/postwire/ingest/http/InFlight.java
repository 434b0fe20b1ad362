package dev.postwire.ingest.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that posts under way may take together. Who finds no room is turned away at once; nobody waits. Thread-safe. */
final class InFlight {
    /** What a call takes beside its body: buffers of the connection, headers, a place in the producer's batches. */
    static final long CALL_BYTES = 16 * 1024;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    InFlight(long most) {
        this.most = most;
    }

    /** Room for a call without its body; empty where there is none. */
    Optional<Place> enter() {
        return enter(0);
    }

    /** Room for a call that needs so much more from the start; empty where there is none. */
    Optional<Place> enter(long more) {
        Place place = new Place();
        return place.grow(CALL_BYTES + more) ? Optional.of(place) : Optional.empty();
    }

    /** Whether more than half of it is there for the next. */
    boolean halfFree() {
        return taken.get() <= most / 2;
    }

    long taken() {
        return taken.get();
    }

    /** One call's room. Used by one thread at a time. */
    final class Place {
        private long mine;

        /** Takes room for more bytes; false, and nothing taken, where there is none. */
        boolean grow(long bytes) {
            if (taken.addAndGet(bytes) > most) {
                taken.addAndGet(-bytes);
                return false;
            }
            mine += bytes;
            return true;
        }

        /** Gives back so much of what was taken. */
        void shrink(long bytes) {
            taken.addAndGet(-bytes);
            mine -= bytes;
        }

        /** Whether there would be room for so much more if nobody else were under way. */
        boolean couldGrow(long bytes) {
            return mine + bytes <= most;
        }

        /** Gives all of it back. A second time does nothing. */
        void leave() {
            taken.addAndGet(-mine);
            mine = 0;
        }
    }
}
