package dev.postwire.query.follow;

import dev.postwire.query.search.Words;
import java.util.Set;

/**
 * Which of the words that are followed a post has: found out once for all who follow the same.
 *
 * @param asked what was looked for
 * @param has what of it the post has
 */
public record WordAnswers(Set<Words> asked, Set<Words> has) {
    public static final WordAnswers NONE = new WordAnswers(Set.of(), Set.of());

    public WordAnswers {
        // One that cannot change, as Followed gives it, is not copied: all posts of a moment share it.
        asked = Set.copyOf(asked);
        has = Set.copyOf(has);
    }
}
