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

    /** A post under an id that is to be derived from what it is. */
    public Verdict judge(ContentType contentType, Metadata metadata, byte[] body) {
        return judge(contentType, metadata, body, Optional.empty());
    }

    /** A post under the caller's own id. */
    public Verdict judge(PostId given, ContentType contentType, Metadata metadata, byte[] body) {
        return judge(contentType, metadata, body, Optional.of(given));
    }

    private Verdict judge(ContentType contentType, Metadata metadata, byte[] body, Optional<PostId> given) {
        if (given.isPresent() && !namespace.holds(given.get())) return outside();
        if (body.length == 0) return new Verdict.EmptyBody();
        Optional<NormalUrl> said = metadata.first(Metadata.Field.URL).flatMap(NormalUrl::of);
        if (contentType.format() != ContentType.Format.ENVELOPE) {
            PostId id = given.orElseGet(() -> derived(said, body));
            return new Verdict.Accepted(new Submission(id, contentType, metadata, body));
        }
        Envelope read = ENVELOPES.read(body);
        if (read instanceof Envelope.Malformed malformed) {
            return new Verdict.MalformedEnvelope(malformed.message(), malformed.line(), malformed.column());
        }
        if (read instanceof Envelope.Wrong wrong) return new Verdict.InvalidFields(wrong.faults());
        Envelope.Good envelope = (Envelope.Good) read;
        List<Fault> conflicts = conflicts(envelope, given, said);
        if (!conflicts.isEmpty()) return new Verdict.InvalidFields(conflicts);
        if (envelope.id().isPresent() && !namespace.holds(envelope.id().get())) return outside();
        PostId id = given.or(envelope::id).orElseGet(() -> derived(said.or(envelope::url), body));
        return new Verdict.Accepted(new Submission(id, contentType, metadata, body));
    }

    private PostId derived(Optional<NormalUrl> url, byte[] body) {
        return namespace.place(url.map(PostId::ofUrl).orElseGet(() -> PostId.ofBytes(body)));
    }

    private Verdict outside() {
        return new Verdict.OutsideNamespace(namespace.prefix());
    }

    private static List<Fault> conflicts(Envelope.Good envelope, Optional<PostId> given, Optional<NormalUrl> said) {
        List<Fault> conflicts = new ArrayList<>();
        if (differ(envelope.id(), given)) conflicts.add(new Fault("/id", "differs from the id in the address"));
        if (differ(envelope.url(), said)) conflicts.add(new Fault("/url", "differs from the query parameter url"));
        return conflicts;
    }

    private static boolean differ(Optional<?> one, Optional<?> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
