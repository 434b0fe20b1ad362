/** Learns the models by which languages are told apart; here because it counts what the detector counts. */
package dev.postwire.enrich.language;
