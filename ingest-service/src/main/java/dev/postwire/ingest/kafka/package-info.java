/** Submissions as records on the raw topic, and the one producer that sends them. */
package dev.postwire.ingest.kafka;
