/** The learned model on its topic: written by the command {@code learn}, taken up by every instance. */
package dev.postwire.enrich.kafka.model;
