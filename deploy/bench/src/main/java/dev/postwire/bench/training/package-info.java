/** What pages are learned from: which of their blocks their labelled text holds. */
package dev.postwire.bench.training;
