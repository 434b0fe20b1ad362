/** How the enricher's learned parts are learned: labels, boosted trees, cross-validation by site. */
package dev.postwire.bench.training;
