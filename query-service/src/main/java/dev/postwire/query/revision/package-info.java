/** What changed from one version of a post to the next. Pure. */
package dev.postwire.query.revision;
