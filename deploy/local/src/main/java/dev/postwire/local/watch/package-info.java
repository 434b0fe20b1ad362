/** Follows the topic of enriched posts on a terminal. */
package dev.postwire.local.watch;
