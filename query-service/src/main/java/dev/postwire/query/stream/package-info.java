/** Server-Sent Events: one reader of the changes for all open streams. */
package dev.postwire.query.stream;
