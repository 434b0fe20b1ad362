package dev.postwire.query.follow;

/** Which posts somebody follows. Safe for any number of threads. */
public interface Selection {
    boolean includes(PostFields post);

    /** False where it was not found out of that post what would have to be known. */
    default boolean canTell(PostFields post) {
        return true;
    }
}
