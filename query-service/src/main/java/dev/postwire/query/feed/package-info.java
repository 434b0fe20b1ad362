/** A query's newest posts as Atom (RFC 4287, RFC 5005) and as JSON Feed 1.1. Pure. */
package dev.postwire.query.feed;
