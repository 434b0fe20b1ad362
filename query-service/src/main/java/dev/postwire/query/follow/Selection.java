package dev.postwire.query.follow;

/** Which posts somebody follows. Safe for any number of threads. */
@FunctionalInterface
public interface Selection {
    boolean includes(PostFields post);
}
