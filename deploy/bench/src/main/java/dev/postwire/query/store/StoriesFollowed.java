package dev.postwire.query.store;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** The service's own follower of stories beside a measurement that stores. */
public final class StoriesFollowed {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private StoriesFollowed() {}

    /** Follows on the calling thread until nothing more is written and nothing is left. */
    public static void until(DataSource database, BooleanSupplier ended) {
        StoryFollower follower = new StoryFollower(database, () -> {});
        try {
            boolean last = false;
            while (!last) {
                // What was stored before this was asked is found below.
                last = ended.getAsBoolean();
                while (follower.follow()) last |= ended.getAsBoolean();
                LockSupport.parkNanos(last ? 0 : REST_NANOS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
