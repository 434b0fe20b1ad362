package dev.postwire.ingest.post;

import java.util.List;
import java.util.Optional;

/** A post in JSON: {@code id? url? title? authors? published? updated? tags? language? contentType? idempotencyKey? content}. */
sealed interface Envelope {
    /** A good one; of its fields only those that name the post matter here, the others are for the enrichers. */
    final class Good implements Envelope {
        private final PostId id;
        private final NormalUrl url;
        private final String idempotencyKey;

        /** Each may be null: not said. */
        Good(PostId id, NormalUrl url, String idempotencyKey) {
            this.id = id;
            this.url = url;
            this.idempotencyKey = idempotencyKey;
        }

        Optional<PostId> id() {
            return Optional.ofNullable(id);
        }

        Optional<NormalUrl> url() {
            return Optional.ofNullable(url);
        }

        Optional<String> idempotencyKey() {
            return Optional.ofNullable(idempotencyKey);
        }
    }

    record Malformed(String message, int line, int column) implements Envelope {}

    record Wrong(List<Fault> faults) implements Envelope {}
}
