package dev.postwire.query.index;

import dev.postwire.query.analysis.Languages;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.PostQueryReader;
import dev.postwire.query.search.PostQueryReader.Typed;
import dev.postwire.query.store.IndexFeed;
import dev.postwire.query.store.TestStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An index over a test's store, followed by the test step by step. */
final class TestIndex implements AutoCloseable {
    static final Languages LANGUAGES = new Languages();

    final PostIndex index = new PostIndex();
    final PostSearch search = new PostSearch(index, LANGUAGES);
    final IndexWork work;

    private TestIndex(PostSource source, Path folder) throws Exception {
        this.work = new IndexWork(source, new IndexFolder(folder, LANGUAGES), index, java.time.Duration.ZERO);
        work.open();
    }

    static TestIndex open(TestStore store, Path folder) throws Exception {
        return new TestIndex(new IndexFeed(store.source(), () -> {}), folder);
    }

    static TestIndex open(PostSource source, Path folder) throws Exception {
        return new TestIndex(source, folder);
    }

    /** Follows until all is seen. */
    void follow() throws Exception {
        do {
            work.signal();
            work.step();
        } while (!index.state().serving() || index.state().lag() > 0);
        work.signal();
        work.step();
    }

    List<String> found(String q) throws Exception {
        return found(query(q));
    }

    List<String> found(PostQuery query) {
        return search.search(query, Optional.empty(), 100).ids();
    }

    PostSearch.Found page(PostQuery query, Optional<Cursor> after, int limit) {
        return search.search(query, after, limit);
    }

    static PostQuery query(String q) throws Exception {
        return typed(q, List.of(), null, null, null, null, null, null);
    }

    static PostQuery sorted(String q, String sort) throws Exception {
        return typed(q, List.of(), null, null, null, null, null, sort);
    }

    static PostQuery typed(
            String q,
            List<String> tags,
            String language,
            String site,
            String author,
            String from,
            String to,
            String sort)
            throws Exception {
        return PostQueryReader.read(new Typed(
                Optional.ofNullable(q),
                tags,
                Optional.ofNullable(language),
                Optional.ofNullable(site),
                Optional.ofNullable(author),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(sort),
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public void close() {
        work.wakeup();
        work.close();
    }
}
