package dev.postwire.enrich.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.post.EnrichedPost;

/** What makes two documents of one post the same for its readers: all but where it came from and which rules made it. */
final class DocumentDigest {
    private static final int DIGITS = 16;
    private static final ObjectWriter WHAT_IS_READ = Json.MAPPER
            .copy()
            .addMixIn(EnrichedPost.class, WithoutItsMaking.class)
            .writer();

    private DocumentDigest() {}

    @JsonIgnoreProperties({"eventId", "origin", "enricher"})
    private interface WithoutItsMaking {}

    /** The first 64 bits of its SHA-256, in hexadecimal: enough to see that it differs from the one before. */
    static String of(EnrichedPost post) {
        try {
            return Sha256.hex(WHAT_IS_READ.writeValueAsBytes(post)).substring(0, DIGITS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours does not write itself", e);
        }
    }
}
