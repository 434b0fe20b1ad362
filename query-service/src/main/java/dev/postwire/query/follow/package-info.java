/** Following what changes: cursors, and which changes a reader asked for. Pure. */
package dev.postwire.query.follow;
