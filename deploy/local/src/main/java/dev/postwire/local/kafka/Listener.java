package dev.postwire.local.kafka;

import dev.postwire.local.part.Port;

/**
 * One more door of the broker. Who comes in by it is sent, by the broker's metadata, to the advertised port: that of something in
 * between, which then sees all that goes back and forth.
 *
 * @param name in capitals and digits, another for each
 * @param port where the broker listens
 * @param advertised where it says it listens
 */
public record Listener(String name, Port port, int advertised) {}
