/** Grows boosted decision trees, for the models that come with the enricher and for those learned where it runs. */
package dev.postwire.enrich.trees;
