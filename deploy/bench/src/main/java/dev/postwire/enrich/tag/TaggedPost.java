package dev.postwire.enrich.tag;

import dev.postwire.enrich.word.PostWords;
import java.util.Set;

/**
 * A post whose author tagged it.
 *
 * @param fold the posts that are held back together
 * @param gold the slugs of the author's tags; empty where they are not known well enough to learn from
 */
record TaggedPost(String fold, String site, String id, PostWords words, Set<String> gold) {
    @Override
    public String toString() {
        return "TaggedPost[site=" + site + ", id=" + id + "]";
    }
}
