package dev.postwire.enrich.kafka;

import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.RawPost;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/** What makes two submissions of one id the same: body, content type and all that was said around it, under one enricher. */
final class Submission {
    private Submission() {}

    /** SHA-256 in hexadecimal; equal for submissions that would give the same document. */
    static String fingerprint(RawPost post) {
        StringBuilder around = new StringBuilder(Enricher.VERSION).append('\n').append(post.contentType());
        post.claims().stream()
                .sorted(Comparator.comparing(Claim::field))
                .forEach(claim ->
                        around.append('\n').append(claim.field()).append('=').append(claim.value()));
        around.append("\n\n");
        return Sha256.hex(around.toString().getBytes(StandardCharsets.UTF_8), post.bytes());
    }
}
