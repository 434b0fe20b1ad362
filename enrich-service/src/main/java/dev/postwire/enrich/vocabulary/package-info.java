/** What is known of the world before the first post: concepts with their labels, and where a post mentions them. */
package dev.postwire.enrich.vocabulary;
