package dev.postwire.enrich.kafka;

import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.RawPost;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/** What makes two submissions of one id the same: body, content type and all that was said around it. */
final class Submission {
    /** What an idempotency key stands for under which an erasure was asked for: no submission has that fingerprint. */
    static final String ERASURE = Sha256.hex("erasure".getBytes(StandardCharsets.UTF_8));

    private Submission() {}

    /** SHA-256 in hexadecimal; equal for submissions that would give the same document by this version of the enricher. */
    static String fingerprint(RawPost post) {
        return fingerprint(post, Enricher.VERSION);
    }

    /** SHA-256 in hexadecimal; equal for the same submission under whatever version: what an idempotency key stands for. */
    static String content(RawPost post) {
        return fingerprint(post, "");
    }

    /** Whether a fingerprint is of this submission, made by this version of the enricher or an earlier one; not by a later one. */
    static boolean isOf(RawPost post, String fingerprint) {
        for (int version = Integer.parseInt(Enricher.VERSION); version > 0; version--) {
            if (fingerprint(post, String.valueOf(version)).equals(fingerprint)) return true;
        }
        return false;
    }

    private static String fingerprint(RawPost post, String version) {
        StringBuilder around = new StringBuilder(version).append('\n').append(post.contentType());
        post.claims().stream()
                .sorted(Comparator.comparing(Claim::field))
                .forEach(claim ->
                        around.append('\n').append(claim.field()).append('=').append(claim.value()));
        around.append("\n\n");
        return Sha256.hex(around.toString().getBytes(StandardCharsets.UTF_8), post.bytes());
    }
}
