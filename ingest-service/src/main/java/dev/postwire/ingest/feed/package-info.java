/** Feeds: Atom, RSS, CDF and JSON Feed as the posts that are in them. */
package dev.postwire.ingest.feed;
