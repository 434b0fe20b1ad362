package dev.postwire.query.index;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** What a match is worth. */
final class Ranking {
    static final Similarity SIMILARITY = new BM25Similarity(1.2f, 0.75f);

    /** What a word is worth more that stands there exactly as typed. */
    static final float EXACT = 0.1f;

    private Ranking() {}
}
