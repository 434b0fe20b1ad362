/**
 * The training of the model of main content, in the package of what it trains: features and tables need not be public for it.
 */
package dev.postwire.enrich.blocks;
