package dev.postwire.local.imports;

import dev.postwire.local.call.Screen;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on standard error how far an import is: a bar on a terminal, else a line now and then. Counts the bytes of posts that are settled. */
final class Progress implements AutoCloseable {
    private static final long MIB = 1024 * 1024;
    private static final int USUAL_WIDTH = 100;
    private static final long EVERY_SECONDS = 5;

    private final long all;
    private final long started = System.nanoTime();
    private final LongSupplier posts;
    private final PrintStream err;
    private final ProgressBar bar;
    private long bytes;
    private long told = started;

    /**
     * @param all bytes there are
     * @param posts counts those that are settled
     */
    Progress(long all, LongSupplier posts) {
        this.all = all;
        this.posts = posts;
        this.err = Screen.err();
        this.bar = Screen.isTerminal("err") ? bar(all) : null;
    }

    synchronized void advance(long more) {
        bytes += more;
        if (bar != null) {
            bar.stepTo(bytes).setExtraMessage(" " + Pace.line(posts.getAsLong(), taken()));
            return;
        }
        long now = System.nanoTime();
        if (TimeUnit.NANOSECONDS.toSeconds(now - told) < EVERY_SECONDS) return;
        told = now;
        err.println(Pace.line(posts.getAsLong(), bytes, all, taken()));
    }

    Duration taken() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    @Override
    public void close() {
        if (bar != null) bar.close();
    }

    private ProgressBar bar(long bytes) {
        return new ProgressBarBuilder()
                .setTaskName("import")
                .setInitialMax(bytes)
                .setUnit(" MiB", MIB)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(err, width()))
                .build();
    }

    /** Of the terminal; asked for in the one way that every Unix has. */
    private static int width() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new java.io.File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            int width = size.matches("\\d{1,4} \\d{1,4}") ? Integer.parseInt(size.split(" ")[1]) - 1 : USUAL_WIDTH;
            return width > 20 ? width : USUAL_WIDTH;
        } catch (IOException e) {
            return USUAL_WIDTH;
        }
    }
}
