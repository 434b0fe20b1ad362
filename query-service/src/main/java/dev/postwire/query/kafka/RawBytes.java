package dev.postwire.query.kafka;

/**
 * A raw record as it was posted.
 *
 * @param contentType as the publisher named it
 */
public record RawBytes(String contentType, byte[] bytes) {
    @Override
    public String toString() {
        return "RawBytes[" + contentType + ", " + bytes.length + " bytes]";
    }
}
