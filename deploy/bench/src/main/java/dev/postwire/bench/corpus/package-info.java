/** Gathers, from public packages, the texts that languages are learned from. */
package dev.postwire.bench.corpus;
