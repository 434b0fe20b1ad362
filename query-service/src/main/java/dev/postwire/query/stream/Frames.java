package dev.postwire.query.stream;

import dev.postwire.query.follow.ChangeCursor;
import dev.postwire.query.follow.Content;
import dev.postwire.query.follow.Frame;
import dev.postwire.query.follow.PostFields;
import dev.postwire.query.follow.WordAnswers;
import dev.postwire.query.follow.WordMatcher;
import dev.postwire.query.search.Words;
import dev.postwire.query.store.ChangeEntry.Version;
import dev.postwire.query.store.Changes;
import dev.postwire.query.store.Changes.Step;
import dev.postwire.query.store.Changes.Trail;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Reads changes as the events that streams send. Blocks the calling thread. */
@Singleton
class Frames {
    private final Changes changes;
    private final WordMatcher matcher;

    Frames(Changes changes, WordMatcher matcher) {
        this.changes = changes;
        this.matcher = matcher;
    }

    /** @param next where the page ends */
    record Page(List<Frame> frames, ChangeCursor next) {}

    /** @param asked the words that are looked for in each post: where there are none, texts are not even read */
    Page after(ChangeCursor at, int limit, long characters, Set<Words> asked) {
        Content content = asked.isEmpty() ? Content.SUMMARY : Content.WHOLE;
        Trail trail = changes.trail(at, limit, characters, content);
        List<Frame> frames = trail.steps().stream()
                .map(step -> frame(step, trail.next(), asked))
                .toList();
        return new Page(frames, trail.next());
    }

    private Frame frame(Step step, ChangeCursor epoch, Set<Words> asked) {
        ChangeCursor at = epoch.at(step.entry().number());
        if (step.fields().isEmpty()) return Frame.erased(at, step.entry().id());
        Version version = step.entry().post().orElseThrow();
        PostFields fields = step.fields().get();
        if (!asked.isEmpty()) {
            fields = fields.with(new WordAnswers(asked, matcher.matching(asked, version.document(), version.bodies())));
        }
        return Frame.post(at, fields, version.summary());
    }
}
