package dev.postwire.query.http;

import dev.postwire.query.index.PostSearch;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.store.Posts;
import dev.postwire.query.store.Posts.Listed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Lists of posts: which ones the index tells, what stands in them PostgreSQL, in one statement. */
@Singleton
class PostLists {
    private final PostSearch search;
    private final Posts posts;

    PostLists(PostSearch search, Posts posts) {
        this.search = search;
        this.posts = posts;
    }

    /** @param posts those of the page that are still there */
    record PostList(PostSearch.Found found, List<Listed> posts) {}

    PostList page(PostQuery query, Optional<Cursor> after, int limit) {
        PostSearch.Found found = search.search(query, after, limit);
        return new PostList(found, posts.listed(found.ids()));
    }
}
