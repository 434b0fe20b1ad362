package dev.postwire.enrich.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The heap that a post needs, found as an operator would: by giving the enricher no more, in a process of its own. */
class HeapTest {
    private static final int SHORT = 6_000;
    private static final int MEGABYTE = 1 << 20;
    /** What the issue allows a post beyond what the enricher holds without one. */
    private static final int MOST_MEGABYTES = 64;
    /** Of the young generation, half of which lies idle at any time. */
    private static final int YOUNG_MEGABYTES = 8;

    @Test
    @Tag("soak")
    void takesNoMoreThanThePostsShareOfHeap() throws IOException {
        long base = enrich(List.of(), Bombs.lazily().map(bomb -> bomb.cut(SHORT)), new ArrayList<>());
        List<String> options = List.of(
                "-Xmx" + (base / MEGABYTE + MOST_MEGABYTES + YOUNG_MEGABYTES / 2) + "m",
                "-Xmn" + YOUNG_MEGABYTES + "m");
        List<String> full = new ArrayList<>();

        enrich(options, Bombs.lazily(), full);

        assertEquals(List.of(), full, "in a heap of " + options);
    }

    /** Returns how many bytes the heap held in the end; adds to {@code full} the bombs for which it was too small. */
    private static long enrich(List<String> options, Stream<Bomb> bombs, List<String> full) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(SmallHeap.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
                BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (Iterator<Bomb> left = bombs.iterator(); left.hasNext(); ) {
                Bomb bomb = left.next();
                byte[] body = bomb.body().getBytes(StandardCharsets.UTF_8);
                out.writeUTF(bomb.contentType());
                out.writeInt(body.length);
                out.write(body);
                out.flush();
                if (!SmallHeap.DONE.equals(answers.readLine())) full.add(bomb.toString());
            }
            out.writeUTF("");
            out.flush();
            return Long.parseLong(answers.readLine());
        } finally {
            process.destroy();
        }
    }
}
