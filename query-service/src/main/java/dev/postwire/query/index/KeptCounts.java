package dev.postwire.query.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private final Map<Q, A> answers;
    private IndexReader.CacheKey seen;

    /** @param most that are kept; those go first that were not asked for the longest time */
    KeptCounts(int most) {
        answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
                return size() > most;
            }
        };
    }

    /** An answer, and whether it is worth to be kept. */
    record Counted<A>(A answer, boolean keep) {}

    @FunctionalInterface
    interface Count<A> {
        Counted<A> count() throws IOException;
    }

    A answer(IndexSearcher searcher, Q question, Count<A> count) throws IOException {
        IndexReader.CacheKey now =
                searcher.getIndexReader().getReaderCacheHelper().getKey();
        A known = known(now, question);
        if (known != null) return known;
        Counted<A> counted = count.count();
        if (counted.keep()) keep(now, question, counted.answer());
        return counted.answer();
    }

    private synchronized A known(IndexReader.CacheKey now, Q question) {
        return now == seen ? answers.get(question) : null;
    }

    private synchronized void keep(IndexReader.CacheKey now, Q question, A answer) {
        if (now != seen) answers.clear();
        seen = now;
        answers.put(question, answer);
    }
}
