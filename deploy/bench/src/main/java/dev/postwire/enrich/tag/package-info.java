/** How the tags for authors unknown are learned; in the enricher's package, whose parts it trains. */
package dev.postwire.enrich.tag;
