package dev.postwire.query.index;

/**
 * How rare a word is in a language that few posts are in: what its few posts say, with so many more in mind in which the word is as
 * frequent as in all languages together. Else every word would be frequent there, and a short post that was taken for Dutch stand
 * behind all English ones. Where a language has many posts nothing changes.
 */
final class Rarity {
    private static final double IN_MIND = 100;

    private Rarity() {}

    /**
     * What the weight of a word, made of its own language alone, is to be multiplied by.
     *
     * @param having the posts of the language that have it, of so many of the language
     * @param havingAny the posts of any language that have it, of so many in all
     */
    static double correction(long having, long posts, long havingAny, long all) {
        double share = Math.min(1, havingAny / (double) Math.max(1, all));
        return weight(having + IN_MIND * share, posts + IN_MIND) / weight(having, posts);
    }

    /** As BM25 has it. */
    private static double weight(double having, double posts) {
        return Math.log(1 + (posts - having + 0.5) / (having + 0.5));
    }
}
