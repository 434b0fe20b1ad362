package dev.postwire.enrich.blocks;

/** A weight for each hashed word; 0 where nothing is known of it. */
interface Weights {
    float of(int hash);
}
