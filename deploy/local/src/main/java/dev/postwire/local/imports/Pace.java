package dev.postwire.local.imports;

import java.time.Duration;
import java.util.Locale;

/** How fast an import goes, in words. */
final class Pace {
    private static final double LEAST_TO_FORESEE = 0.02;

    private Pace() {}

    /** As {@code  in 12.3 s (199 posts/s)}. */
    static String of(long posts, Duration taken) {
        double seconds = seconds(taken);
        String time = String.format(Locale.ROOT, " in %.1f s", seconds);
        return posts == 0 ? time : time + String.format(Locale.ROOT, " (%.0f posts/s)", posts / seconds);
    }

    /** As {@code 1,200 posts, 199/s}. */
    static String line(long posts, Duration taken) {
        return String.format(Locale.ROOT, "%,d posts, %.0f/s", posts, posts / seconds(taken));
    }

    /** As {@code 1,200 posts, 34%, 199/s, 0:47 left}. */
    static String line(long posts, long bytes, long allBytes, Duration taken) {
        double seconds = seconds(taken);
        double share = allBytes == 0 ? 1 : Math.min(1, bytes / (double) allBytes);
        String line = String.format(Locale.ROOT, "%,d posts, %.0f%%, %.0f/s", posts, 100 * share, posts / seconds);
        if (share < LEAST_TO_FORESEE || share >= 1) return line;
        long left = Math.round(seconds / share - seconds);
        return line + String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60);
    }

    private static double seconds(Duration taken) {
        return Math.max(0.001, taken.toMillis() / 1000.0);
    }
}
