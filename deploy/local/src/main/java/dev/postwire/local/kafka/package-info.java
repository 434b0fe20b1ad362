/** A real Kafka broker as a child process, broker and controller in one. */
package dev.postwire.local.kafka;
