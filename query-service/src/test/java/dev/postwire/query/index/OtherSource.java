package dev.postwire.query.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The source it is made of, for tests that change some of it. */
class OtherSource implements PostSource {
    private final PostSource source;

    OtherSource(PostSource source) {
        this.source = source;
    }

    @Override
    public void await() throws Exception {
        source.await();
    }

    @Override
    public History history() throws Exception {
        return source.history();
    }

    @Override
    public int changes(long after, int limit, Consumer<StoreChange> each) throws Exception {
        return source.changes(after, limit, each);
    }

    @Override
    public long lastStory() throws Exception {
        return source.lastStory();
    }

    @Override
    public long stories(long after, int limit, Consumer<StoreChange> each) throws Exception {
        return source.stories(after, limit, each);
    }

    @Override
    public List<StoreChange> posts(Optional<String> after, int limit, Moment atLeast) throws Exception {
        return source.posts(after, limit, atLeast);
    }

    @Override
    public long count(Moment atLeast) throws Exception {
        return source.count(atLeast);
    }
}
