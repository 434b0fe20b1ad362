package dev.postwire.query.store;

/** Another instance has read a partition of ours further than we have: nothing of the batch was stored, and we must begin anew. */
public final class Fenced extends Exception {
    private static final long serialVersionUID = 1L;

    Fenced(int refused) {
        super("another instance is ahead partitions=" + refused, null, false, false);
    }
}
