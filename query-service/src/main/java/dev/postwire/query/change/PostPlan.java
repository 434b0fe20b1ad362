package dev.postwire.query.change;

import dev.postwire.query.change.Change.Publish;
import dev.postwire.query.change.Standing.Held;
import dev.postwire.query.post.EnrichedPost;
import dev.postwire.query.post.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left to do for the posts of a batch when its records have been gone through in order: at most one write for each id, with
 * the outcome, revisions included, that one record at a time would have had. A later origin wins, then the later version of the
 * enricher; what was erased comes back only by a later post. Not for several threads.
 */
public final class PostPlan {
    private final Map<String, Standing> before;
    private final Map<String, Standing> now = new LinkedHashMap<>();
    private final Map<String, Publish> written = new LinkedHashMap<>();

    /** A post to write, with the revision it gets. */
    public record Write(Publish publish, int revision) {}

    /** @param before what is stored under each id of the batch; an id that is missing has nothing */
    public PostPlan(Map<String, Standing> before) {
        this.before = Map.copyOf(before);
    }

    /** Empty where it is applied. */
    public Optional<Discard> publish(Publish publish) {
        EnrichedPost post = publish.post().post();
        Origin origin = post.from();
        Standing standing = standing(publish.id());
        if (erased(publish.id(), origin)) return Optional.of(Discard.ERASED);
        if (standing.held().isPresent()) {
            int order = compare(post, standing.held().get());
            if (order < 0) return Optional.of(Discard.OLDER);
            if (order == 0) return Optional.of(Discard.SAME);
        }
        int revision = standing.held().map(Held::revision).orElse(0) + 1;
        now.put(publish.id(), standing.withHeld(new Held(origin, post.enricher().number(), revision)));
        written.put(publish.id(), publish);
        return Optional.empty();
    }

    /** Empty where it is applied. */
    public Optional<Discard> erase(String id, Origin origin) {
        if (erased(id, origin)) return Optional.of(Discard.SAME);
        Standing standing = standing(id);
        Standing after = standing.withErased(origin);
        if (standing.held().isPresent() && standing.held().get().origin().compareInTime(origin) <= 0) {
            after = after.withoutPost();
            written.remove(id);
        }
        now.put(id, after);
        return Optional.empty();
    }

    /** True if what came in then was erased later, as far as is known by now. */
    public boolean erased(String id, Origin origin) {
        return standing(id)
                .erased()
                .filter(erasure -> origin.compareInTime(erasure) <= 0)
                .isPresent();
    }

    private static int compare(EnrichedPost post, Held held) {
        int order = post.from().compareInTime(held.origin());
        return order != 0 ? order : post.enricher().number().compareTo(held.version());
    }

    private Standing standing(String id) {
        return now.getOrDefault(id, before(id));
    }

    private Standing before(String id) {
        return before.getOrDefault(id, Standing.NOTHING);
    }

    public List<Write> writes() {
        return written.values().stream()
                .map(publish -> new Write(
                        publish, standing(publish.id()).held().orElseThrow().revision()))
                .toList();
    }

    /** Ids whose row was there before the batch and is to go. */
    public List<String> deletes() {
        return now.keySet().stream()
                .filter(id -> before(id).held().isPresent())
                .filter(id -> standing(id).held().isEmpty())
                .toList();
    }

    /** Ids whose row was there before the batch and is written anew. */
    public List<String> rewrites() {
        return written.keySet().stream()
                .filter(id -> before(id).held().isPresent())
                .toList();
    }

    /** The latest erasure of each id that was erased in this batch. */
    public Map<String, Origin> erasures() {
        Map<String, Origin> erasures = new LinkedHashMap<>();
        now.forEach((id, standing) -> standing.erased()
                .filter(origin -> !before(id).erased().equals(Optional.of(origin)))
                .ifPresent(origin -> erasures.put(id, origin)));
        return erasures;
    }
}
