package dev.postwire.enrich.sanitise;

/**
 * How words are meant, from where it begins in the input to where it ends: one element of the clean tree for each stretch of words.
 *
 * @param href where it leads, for a link; empty for all else
 * @param leadsToFullSize for a link: to the full size of the image in it
 */
record Format(String name, String href, String title, boolean leadsToFullSize) {
    static Format of(String name) {
        return new Format(name, "", "", false);
    }
}
