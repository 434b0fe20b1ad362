package dev.postwire.local.part;

/**
 * A port of a part on 127.0.0.1.
 *
 * @param key what it is called where it can be set, as in {@code postwire.port.KEY}
 */
public record Port(String key, int number) {

    public Port {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException("postwire.port." + key + " must be 1 to 65535, not " + number);
        }
    }
}
