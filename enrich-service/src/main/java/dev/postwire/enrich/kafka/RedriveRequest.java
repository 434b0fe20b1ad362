package dev.postwire.enrich.kafka;

import java.io.IOException;

/**
 * Asks that a dead letter be put through again: the value of a record on the topic of redrives, whose key is the post's id and whose
 * partition is the letter's. It names the letter and holds nothing of the post.
 *
 * @param letter the offset of the dead letter
 * @param origin the raw offset of the submission
 * @param attempt of the dead letter, from 1: once a later attempt was made, the request asks for nothing
 */
record RedriveRequest(long letter, long origin, int attempt) {
    RedriveRequest {
        if (letter < 0) throw new IllegalArgumentException("letter is negative");
        if (origin < 0) throw new IllegalArgumentException("origin is negative");
        if (attempt < 1) throw new IllegalArgumentException("attempt is below 1");
    }

    /** @throws IOException where the value is not of that form */
    static RedriveRequest read(byte[] value) throws IOException {
        if (value == null) throw new IOException("there is no value");
        RedriveRequest request = Json.MAPPER.readValue(value, RedriveRequest.class);
        if (request == null) throw new IOException("the value is null");
        return request;
    }
}
