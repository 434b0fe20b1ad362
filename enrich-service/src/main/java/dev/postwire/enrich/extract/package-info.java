/** Second step: the main content without its boilerplate; what it is called, by whom and of when is asked of {@code metadata}. */
package dev.postwire.enrich.extract;
