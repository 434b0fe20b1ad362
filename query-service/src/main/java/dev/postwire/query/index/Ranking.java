package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** What a match is worth. */
final class Ranking {
    static final Similarity SIMILARITY = new BM25Similarity(1.2f, 0.75f);

    /** What a word is worth more that stands there exactly as typed. */
    private static final float EXACT = 0.3f;

    /** The same for pairs of characters, which find what a dictionary has cut another way. */
    private static final float EXACT_PAIRS = 0.5f;

    /** What two words are worth more that stand beside each other as they were typed, or nearly. */
    static final float NEAR = 0.1f;

    /** So many moves may lie between them. */
    static final int NEAR_MOVES = 3;

    /** What a post of today is worth more than one of long ago: about as much as a word that stands in every fourth post. */
    static final float RECENCY = 0.5f;

    /** After so many days it is worth half of that. */
    static final long RECENCY_DAYS = 365;

    private Ranking() {}

    static float exact(Language language) {
        return language.scripts() == Language.Scripts.EAST_ASIAN ? EXACT_PAIRS : EXACT;
    }
}
