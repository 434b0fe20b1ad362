package dev.postwire.enrich.learn;

import dev.postwire.enrich.tag.Slug;

/** A tag that an author gave: its slug, and the label as it was spelled. */
public record AuthorTag(String slug, String label) {
    public AuthorTag {
        if (slug.isEmpty()) throw new IllegalArgumentException("slug is empty");
    }

    /** @throws IllegalArgumentException where the label has nothing that makes a slug */
    public static AuthorTag of(String label) {
        return new AuthorTag(Slug.of(label), label);
    }

    @Override
    public String toString() {
        return "AuthorTag";
    }
}
