package dev.postwire.ingest.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides whether a post is taken, and under which id. Pure and thread-safe; takes time with the length of the body. */
public final class Intake {
    private final EnvelopeReader envelopes = new EnvelopeReader();

    /** A post under an id that is to be derived from what it is. */
    public Verdict judge(ContentType contentType, Metadata metadata, byte[] body) {
        return judge(contentType, metadata, body, Optional.empty());
    }

    /** A post under the caller's own id. */
    public Verdict judge(PostId given, ContentType contentType, Metadata metadata, byte[] body) {
        return judge(contentType, metadata, body, Optional.of(given));
    }

    private Verdict judge(ContentType contentType, Metadata metadata, byte[] body, Optional<PostId> given) {
        if (body.length == 0) return new Verdict.EmptyBody();
        Optional<NormalUrl> said = metadata.first(Metadata.Field.URL).flatMap(NormalUrl::of);
        if (contentType.format() != ContentType.Format.ENVELOPE) {
            PostId id = given.orElseGet(() -> derived(said, body));
            return new Verdict.Accepted(new Submission(id, contentType, metadata, body));
        }
        Envelope read = envelopes.read(body);
        if (read instanceof Envelope.Malformed malformed) {
            return new Verdict.MalformedEnvelope(malformed.message(), malformed.line(), malformed.column());
        }
        if (read instanceof Envelope.Wrong wrong) return new Verdict.InvalidFields(wrong.faults());
        Envelope.Good envelope = (Envelope.Good) read;
        List<Fault> conflicts = conflicts(envelope, given, said);
        if (!conflicts.isEmpty()) return new Verdict.InvalidFields(conflicts);
        PostId id = given.or(envelope::id).orElseGet(() -> derived(said.or(envelope::url), body));
        return new Verdict.Accepted(new Submission(id, contentType, metadata, body));
    }

    private static PostId derived(Optional<NormalUrl> url, byte[] body) {
        return url.map(PostId::ofUrl).orElseGet(() -> PostId.ofBytes(body));
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
