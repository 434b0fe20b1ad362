package dev.postwire.enrich.tag;

/** What is known of a post's site, and how probable a learned tag has to be there. */
public enum Acquaintance {
    /** It was learned of this very site, which also tells how many tags its authors give. */
    KNOWN(0),
    /** It was learned of a few posts of the site, or of such as name none either. */
    SLIGHT(0.2),
    /** It was learned of others only, and this one may be about nothing that they are about. */
    UNKNOWN(0.5);

    final double least;

    Acquaintance(double least) {
        this.least = least;
    }
}
