package dev.postwire.enrich.vocabulary;

/**
 * A label that stands in a post.
 *
 * @param label its number in {@link Names}
 * @param stemmed found by the stems of its words alone
 * @param foreign an English label in a post of another language
 */
record Hit(int concept, int label, boolean inTitle, int first, int last, boolean stemmed, boolean foreign) {}
