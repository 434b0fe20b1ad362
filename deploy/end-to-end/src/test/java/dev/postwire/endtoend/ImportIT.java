package dev.postwire.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A site imported, searched and shown by the postwire command. */
@ExtendWith(SharedStand.class)
@Order(SharedStand.COMMANDS)
class ImportIT {
    @TempDir
    Path folder;

    private final Stand stand;

    ImportIT(Stand stand) {
        this.stand = stand;
    }

    @Test
    void importsASiteOnceAndShowsItOnTheTerminal() throws Exception {
        Path site = Files.createDirectories(folder.resolve("site"));
        Path posts = Files.createDirectories(site.resolve("content/posts"));
        Files.writeString(site.resolve("hugo.toml"), "baseURL = \"https://heron.example/\"\n");
        Files.writeString(
                posts.resolve("heron.md"), "---\ntitle: Grey heron\ntags: [birds]\n---\nIt stood in the shallows.\n");
        Files.write(posts.resolve("broken.md"), new byte[] {0, (byte) 0xFF, 1, 2, 0, 3});
        String samples = stand.root().resolve("deploy/samples").toString();
        Path watched = folder.resolve("watched");
        Process watch = stand.start(watched, "watch", "--tag", "birds", "--from-start");

        Stand.Ended first = stand.postwire("import", site.toString(), samples);
        Stand.Ended again = stand.postwire("import", site.toString(), samples);
        Stand.Ended found = stand.postwire("search", "tag:birds", "shallows");
        Stand.Ended shown = stand.postwire("show", "posts.heron");

        assertEquals(1, first.status(), first.out());
        String rejected = "rejected " + posts.resolve("broken.md") + ": not-text: ";
        assertTrue(first.out().contains(rejected), first.out());
        assertTrue(first.out().contains("imported 7, unchanged 0, rejected 1 in "), first.out());
        assertTrue(again.out().contains("imported 0, unchanged 7, rejected 1 in "), again.out());
        assertTrue(again.out().contains(rejected), again.out());
        assertTrue(found.out().contains("It stood in the shallows."), found.out());
        assertTrue(shown.out().startsWith("Grey heron\n"), shown.out());
        await().until(() -> Files.readString(watched).contains("Grey heron  [birds"));
        watch.destroy();
        assertTrue(watch.waitFor(20, TimeUnit.SECONDS), "the watch ends when it is told to");
    }
}
