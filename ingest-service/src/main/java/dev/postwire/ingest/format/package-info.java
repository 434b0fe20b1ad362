/** Formats that hold many posts: batches of a line a post. */
package dev.postwire.ingest.format;
