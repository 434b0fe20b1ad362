package dev.postwire.enrich.learn;

/**
 * What a model keeps of a post that it was learned from.
 *
 * @param site empty where it is not known
 * @param day as in {@link Reading}
 * @param labels the numbers of its tags, each once
 * @param hits of the labels that its words name, without places
 */
record TaggedPost(String id, String site, int day, int words, int[] labels, Terms terms, Hit[] hits) {
    boolean has(int label) {
        for (int own : labels) if (own == label) return true;
        return false;
    }
}
