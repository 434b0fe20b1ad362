package dev.postwire.query.http;

import dev.postwire.query.index.Facet;
import dev.postwire.query.index.Highlights;
import dev.postwire.query.index.Highlights.Highlight;
import dev.postwire.query.index.Moment;
import dev.postwire.query.index.PostCounts;
import dev.postwire.query.index.PostCounts.Counts;
import dev.postwire.query.index.PostIndex;
import dev.postwire.query.index.PostSearch;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.store.Posts;
import dev.postwire.query.store.Posts.Listed;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists of posts: which ones the index tells, what stands in them PostgreSQL, in one statement. */
@Singleton
class PostLists {
    private static final int MOST_VALUES = 20;

    private final PostIndex index;
    private final PostSearch search;
    private final PostCounts counts;
    private final Highlights highlights;
    private final Posts posts;

    PostLists(PostIndex index, PostSearch search, PostCounts counts, Highlights highlights, Posts posts) {
        this.index = index;
        this.search = search;
        this.counts = counts;
        this.highlights = highlights;
        this.posts = posts;
    }

    /** What a list has beside its posts. */
    record Extras(boolean highlight, Set<Facet> facets) {}

    /** @param posts those of the page that are still there */
    record PostList(
            PostSearch.Found found, List<Listed> posts, Map<String, Highlight> highlights, Optional<Counts> facets) {}

    PostList page(PostQuery query, Optional<Cursor> after, int limit, Extras extras) {
        PostSearch.Found found = search.search(query, after, limit);
        Moment shown = index.shown();
        Map<String, Highlight> marked = new HashMap<>();
        if (extras.highlight() && !query.words().isEmpty()) {
            posts.contents(found.ids(), shown)
                    .forEach(post -> marked.put(post.id(), highlights.of(query.words(), post)));
        }
        Optional<Counts> facets = extras.facets().isEmpty()
                ? Optional.empty()
                : Optional.of(counts.facets(found.answered().query(), extras.facets(), MOST_VALUES));
        return new PostList(found, posts.listed(found.ids(), shown), marked, facets);
    }
}
