package dev.postwire.query.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/**
 * What was counted lately and looked at many posts, for as long as nothing new is seen: every visitor of a front page asks for the
 * same. Safe for any number of threads; two that ask at once may both count.
 *
 * @param <Q> a question, equal to another that has the same answer
 * @param <A> an answer, which nobody changes
 */
final class KeptCounts<Q, A> {
    private final Cache<Asked<Q>, A> answers;

    /** What is asked of what a reader sees: a later one sees more. */
    private record Asked<Q>(IndexReader.CacheKey reader, Q question) {}

    KeptCounts(int most) {
        answers = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** An answer, and whether it is worth to be kept. */
    record Counted<A>(A answer, boolean keep) {}

    @FunctionalInterface
    interface Count<A> {
        Counted<A> count() throws IOException;
    }

    A answer(IndexSearcher searcher, Q question, Count<A> count) throws IOException {
        var asked = new Asked<>(searcher.getIndexReader().getReaderCacheHelper().getKey(), question);
        A known = answers.getIfPresent(asked);
        if (known != null) return known;
        Counted<A> counted = count.count();
        if (counted.keep()) answers.put(asked, counted.answer());
        return counted.answer();
    }
}
