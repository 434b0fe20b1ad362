package dev.postwire.ingest.post;

import java.util.Objects;

/**
 * The ids that a caller may write: those with a prefix. A derived id gets the prefix, so two publishers who post the same page, or
 * the same bytes, have a post each, and neither can replace or erase the other's.
 */
public record Namespace(String prefix) {
    /** Of a caller who may write any id. */
    public static final Namespace ANY = new Namespace("");

    public Namespace {
        Objects.requireNonNull(prefix, "prefix");
    }

    public boolean holds(PostId id) {
        return id.value().startsWith(prefix);
    }

    /** The id that a derived one has here. */
    public PostId place(PostId derived) {
        return prefix.isEmpty() ? derived : new PostId(prefix + derived.value());
    }
}
