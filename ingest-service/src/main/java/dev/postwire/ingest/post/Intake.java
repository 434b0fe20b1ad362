package dev.postwire.ingest.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a post of one caller is taken, and under which id: whatever way a post comes in, it gets its id here, and none
 * outside the caller's namespace. Pure and thread-safe; takes time with the length of the body.
 */
public final class Intake {
    private static final EnvelopeReader ENVELOPES = new EnvelopeReader();

    private final Namespace namespace;

    public Intake(Namespace namespace) {
        this.namespace = namespace;
    }

    /** A post of nobody in particular, under an id that is to be derived from what it is. */
    public Verdict judge(ContentType contentType, Metadata metadata, byte[] body) {
        return judge(contentType, metadata, body, Sender.UNKNOWN);
    }

    /** A post under an id that is to be derived from what it is, or from the sender's key. */
    public Verdict judge(ContentType contentType, Metadata metadata, byte[] body, Sender sender) {
        return new Judgement(Optional.empty(), contentType, metadata, sender).on(body);
    }

    /** A post under the caller's own id. */
    public Verdict judge(PostId given, ContentType contentType, Metadata metadata, byte[] body, Sender sender) {
        return new Judgement(Optional.of(given), contentType, metadata, sender).on(body);
    }

    private final class Judgement {
        private final Optional<PostId> given;
        private final ContentType contentType;
        private final Metadata metadata;
        private final Sender sender;
        private final Optional<NormalUrl> said;

        Judgement(Optional<PostId> given, ContentType contentType, Metadata metadata, Sender sender) {
            this.given = given;
            this.contentType = contentType;
            this.metadata = metadata;
            this.sender = sender;
            this.said = metadata.first(Metadata.Field.URL).flatMap(NormalUrl::of);
        }

        Verdict on(byte[] body) {
            if (given.filter(id -> !namespace.holds(id)).isPresent()) return outside();
            if (body.length == 0) return new Verdict.EmptyBody();
            if (contentType.format() != ContentType.Format.ENVELOPE) {
                return accepted(given, said, sender.key(), body);
            }
            Envelope read = ENVELOPES.read(body);
            if (read instanceof Envelope.Malformed malformed) {
                return new Verdict.MalformedEnvelope(malformed.message(), malformed.line(), malformed.column());
            }
            if (read instanceof Envelope.Wrong wrong) return new Verdict.InvalidFields(wrong.faults());
            Envelope.Good envelope = (Envelope.Good) read;
            List<Fault> conflicts = conflicts(envelope);
            if (!conflicts.isEmpty()) return new Verdict.InvalidFields(conflicts);
            Optional<IdempotencyKey> own =
                    envelope.idempotencyKey().map(key -> new IdempotencyKey(sender.caller(), key, 0));
            return accepted(given.or(envelope::id), said.or(envelope::url), own.or(sender::key), body);
        }

        private Verdict accepted(
                Optional<PostId> id, Optional<NormalUrl> url, Optional<IdempotencyKey> key, byte[] body) {
            if (id.filter(own -> !namespace.holds(own)).isPresent()) return outside();
            PostId known = id.orElseGet(() -> namespace.place(url.map(PostId::ofUrl)
                    .or(() -> key.map(IdempotencyKey::postId))
                    .orElseGet(() -> PostId.ofBytes(body))));
            return new Verdict.Accepted(new Submission(known, contentType, metadata, body, key));
        }

        private Verdict outside() {
            return new Verdict.OutsideNamespace(namespace.prefix());
        }

        private List<Fault> conflicts(Envelope.Good envelope) {
            List<Fault> conflicts = new ArrayList<>();
            if (differ(envelope.id(), given)) conflicts.add(new Fault("/id", "differs from the id in the address"));
            if (differ(envelope.url(), said)) conflicts.add(new Fault("/url", "differs from the query parameter url"));
            // In a call of many, the header names them all and an envelope only itself.
            Optional<String> whole = sender.key().filter(key -> key.part() == 0).map(IdempotencyKey::key);
            if (differ(envelope.idempotencyKey(), whole)) {
                conflicts.add(new Fault("/idempotencyKey", "differs from the header Idempotency-Key"));
            }
            return conflicts;
        }
    }

    private static boolean differ(Optional<?> one, Optional<?> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
