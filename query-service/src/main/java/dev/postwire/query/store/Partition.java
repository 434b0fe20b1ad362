package dev.postwire.query.store;

/** One partition of one topic. */
public record Partition(String topic, int number) {}
