package dev.postwire.query.follow;

import dev.postwire.query.search.Words;
import java.util.Set;

/** Looks for words in one post. Safe for any number of threads. */
public interface WordMatcher {
    /**
     * Those of the queries that the post answers: all that a query's words want must be there, for a stream has no order in which a
     * better match could come first.
     *
     * @param document the event's JSON but for its bodies
     * @param bodies the JSON of html, markdown and text
     */
    Set<Words> matching(Set<Words> asked, String document, String bodies);
}
