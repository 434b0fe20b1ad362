package dev.postwire.query.index;

import dev.postwire.query.post.Event;
import dev.postwire.query.store.TestStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a database and an index of its own, which follows it. */
abstract class OverIndex {
    final TestStore store = TestStore.create();

    @TempDir
    Path folder;

    TestIndex index;

    @BeforeEach
    void openIndex() throws Exception {
        index = TestIndex.open(store, folder);
        index.follow();
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    final void put(Event... events) throws Exception {
        for (Event event : events) store.put(store.publish(event));
        index.follow();
    }
}
