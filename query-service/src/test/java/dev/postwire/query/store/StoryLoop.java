package dev.postwire.query.store;

/** Lets the stories catch up, for tests of other packages. */
public final class StoryLoop {
    private StoryLoop() {}

    public static void run(TestStore store) throws Exception {
        StoryFollower follower = new StoryFollower(store.source(), () -> {});
        while (follower.follow()) continue;
    }
}
