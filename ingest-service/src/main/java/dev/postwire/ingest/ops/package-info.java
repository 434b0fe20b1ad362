/** What an operator sees of the intake: counts, times, and whether it can still send. */
package dev.postwire.ingest.ops;
