/** The loop that stores, run by a measurement. */
package dev.postwire.query.kafka;
