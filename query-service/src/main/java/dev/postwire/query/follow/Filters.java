package dev.postwire.query.follow;

import dev.postwire.query.search.PostQuery;

/** A query, each filter of which means what it means in a list. Its words were looked for before. */
public record Filters(PostQuery query) implements Selection {
    @Override
    public boolean canTell(PostFields post) {
        return query.words().isEmpty() || post.words().asked().contains(query.words());
    }

    @Override
    public boolean includes(PostFields post) {
        return post.tags().containsAll(query.tags())
                && (query.site().isEmpty() || query.site().equals(post.site()))
                && (query.author().isEmpty()
                        || post.authors().contains(query.author().get()))
                && (query.language().isEmpty() || within(query.language().get(), post.language()))
                && timely(post)
                && (query.words().isEmpty() || post.words().has().contains(query.words()));
    }

    /** {@code en} takes {@code en-gb} as well. */
    private static boolean within(String range, String language) {
        return language.equals(range) || language.startsWith(range + "-");
    }

    private boolean timely(PostFields post) {
        if (query.from().isEmpty() && query.until().isEmpty()) return true;
        return post.published()
                .filter(at ->
                        query.from().isEmpty() || !at.isBefore(query.from().get()))
                .filter(at ->
                        query.until().isEmpty() || at.isBefore(query.until().get()))
                .isPresent();
    }
}
