package dev.postwire.enrich.vocabulary;

/**
 * One name of a concept.
 *
 * @param language the language alone, without region or script; empty: the name is the same in all languages
 * @param operators whether an operator's file gives it, not ours
 */
record Label(String text, String language, Role role, boolean operators) {
    /** In the order in which they win a label that two concepts claim. */
    enum Role {
        PREFERRED,
        ALTERNATIVE,
        HIDDEN
    }
}
