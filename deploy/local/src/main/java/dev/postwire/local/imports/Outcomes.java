package dev.postwire.local.imports;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what became of each post, and keeps the first rejections with their places; all of them go into a file. Thread-safe.
 */
final class Outcomes implements AutoCloseable {
    private static final int KEPT = 100;
    private static final int MOST_REASONS = 200;
    private static final int NAMED = 5;

    private final Path file;
    private final Map<String, Passed> passed = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> rejections = new ArrayList<>();
    private PrintWriter all;
    private long imported;
    private long unchanged;
    private long rejected;
    private long replaced;

    /** Things passed over for one reason: how many, and the first of them. */
    private static final class Passed {
        private final List<String> first = new ArrayList<>();
        private long count;
    }

    /** @param file that all rejections are written to, if there are any */
    Outcomes(Path file) {
        this.file = file;
    }

    synchronized void imported() {
        imported++;
    }

    synchronized void unchanged() {
        unchanged++;
    }

    /** Stored, and already replaced by a later version of the same post. */
    synchronized void replaced() {
        replaced++;
    }

    synchronized void rejected(String place, String reason) {
        rejected++;
        String line = place + ": " + reason;
        if (rejections.size() < KEPT) rejections.add(line);
        writer().println(line);
    }

    synchronized void note(String line) {
        if (notes.size() < KEPT) notes.add(line);
    }

    synchronized void passed(String place, String why) {
        Passed those = passed.get(why);
        if (those == null && passed.size() < MOST_REASONS) passed.put(why, those = new Passed());
        if (those == null) return;
        those.count++;
        if (those.first.size() < NAMED) those.first.add(place);
    }

    synchronized long settled() {
        return imported + unchanged + rejected + replaced;
    }

    /** Those that went through the stand, which is what takes time. */
    synchronized long sent() {
        return imported + replaced + rejected;
    }

    synchronized boolean anyRejected() {
        return rejected > 0;
    }

    /** What was passed over, what was rejected and where, and how many of each. */
    synchronized String summary(String pace) {
        StringBuilder text = new StringBuilder();
        notes.forEach(line -> text.append(line).append('\n'));
        passed.forEach((why, those) -> text.append("passed over ")
                .append(those.count)
                .append(", ")
                .append(why)
                .append(": ")
                .append(String.join(", ", those.first))
                .append(those.count > those.first.size() ? ", …" : "")
                .append('\n'));
        rejections.forEach(line -> text.append("rejected ").append(line).append('\n'));
        if (rejected > rejections.size()) {
            text.append("rejected ")
                    .append(rejected - rejections.size())
                    .append(" more, see ")
                    .append(file)
                    .append('\n');
        }
        text.append("imported ").append(imported).append(", unchanged ").append(unchanged);
        if (replaced > 0) text.append(", replaced by a later version ").append(replaced);
        return text.append(", rejected ").append(rejected).append(pace).toString();
    }

    @Override
    public synchronized void close() {
        if (all != null) all.close();
    }

    private PrintWriter writer() {
        if (all == null) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                all = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
            } catch (IOException e) { // they are told on the terminal all the same
                all = new PrintWriter(java.io.Writer.nullWriter());
            }
        }
        return all;
    }
}
