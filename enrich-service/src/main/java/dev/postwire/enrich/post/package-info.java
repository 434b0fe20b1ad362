/** What a post is, raw and enriched, and what can become of one. */
package dev.postwire.enrich.post;
