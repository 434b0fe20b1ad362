/** Looks into learned models, in their package: what each of their parts does by itself, and the ranker that comes with the enricher. */
package dev.postwire.enrich.learn;
