/** Reads the topics, turns each record into a change, and stores batch after batch. */
package dev.postwire.query.kafka;
