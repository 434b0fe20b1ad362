package dev.postwire.enrich.tag;

/** What is known of a post's site, and how probable a learned tag has to be there. */
public enum Acquaintance {
    /** It was learned of this very site, which also tells how many tags its authors give. */
    KNOWN(0),
    /** The post names none: it may be of those that were learned from, which name none either. */
    UNNAMED(0.2),
    /** It was learned of others only, and this one may be about nothing that they are about. */
    UNKNOWN(0.5);

    final double least;

    Acquaintance(double least) {
        this.least = least;
    }
}
