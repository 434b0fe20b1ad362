/** What thousands who follow cost the query service: open streams and waiting calls against a running stand. */
package dev.postwire.bench.follow;
