/** The intake: posts come in over HTTP and are on Kafka before the answer goes out. */
package dev.postwire.ingest;
