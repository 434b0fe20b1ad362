package dev.postwire.query.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The truth the index is derived from. Calls block; a database that is away is an exception, which the loop retries. */
public interface PostSource {
    /** Waits until the schema is there. */
    void await() throws Exception;

    /**
     * @param name of this history of changes: another database, or one that was restored, has another
     * @param last the number of its last change
     */
    record History(String name, long last) {}

    History history() throws Exception;

    /**
     * Hands over the changes after that number in the order of their numbers, as many as the limit, each post as it is by now.
     *
     * @return how many
     */
    int changes(long after, int limit, Consumer<StoreChange> each) throws Exception;

    /** The last number of the posts' stories, which are known some moments after the posts. */
    long lastStory() throws Exception;

    /**
     * Hands over the posts that came to be of another story after that number, in the order of those numbers, as many as the limit.
     *
     * @return the number of the last, or the one asked with where there is none
     */
    long stories(long after, int limit, Consumer<StoreChange> each) throws Exception;

    /**
     * Posts by the order of their ids, each with the number of its last change, as of that moment or a later one.
     *
     * @param after the last id of the batch before
     */
    List<StoreChange> posts(Optional<String> after, int limit, Moment atLeast) throws Exception;

    /** How many posts there are at that moment or a later one, about. */
    long count(Moment atLeast) throws Exception;
}
