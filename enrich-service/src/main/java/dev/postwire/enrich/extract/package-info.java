/** Second step: the main content without its boilerplate, and who, when and what from all that was said about it. */
package dev.postwire.enrich.extract;
