package dev.postwire.local.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.local.part.PartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunTest {
    @TempDir
    Path folder;

    private Path posts;
    private FakeStand stand;

    @BeforeEach
    void start() throws Exception {
        stand = new FakeStand();
        posts = Files.createDirectories(folder.resolve("posts"));
    }

    @AfterEach
    void stop() {
        stand.close();
    }

    private void write(String name, String content) throws Exception {
        Files.writeString(posts.resolve(name), content);
    }

    private String run(Path path, String key) throws Exception {
        ImportOrder order =
                new ImportOrder(List.of(path.toString()), "", "", false, false, folder.toString(), "x", "x");
        Outcomes outcomes = new Outcomes(folder.resolve("rejected.txt"));
        try (outcomes;
                Journal journal = new Journal(folder.resolve("journal"));
                Progress progress = new Progress(1, outcomes::settled)) {
            SourceNames names = new SourceNames(folder.resolve("sources"));
            new ImportRun(order, stand.services(Optional.of(key)), journal, names, outcomes, progress)
                    .run(new Sources(new ItemMaker(Optional.empty(), ""), false));
        }
        return outcomes.summary("").replace(path.toString(), "FOLDER");
    }

    @Test
    void saysOfEachPostWhatBecameOfIt() throws Exception {
        write("a.md", "fine");
        write("b.md", "refuse");
        write("c.md", "reject");
        write("feed.xml", "<feed></feed>");
        Files.write(posts.resolve("d.txt"), "Tür".getBytes(ISO_8859_1));

        String summary = run(posts, "secret");

        assertEquals(
                new TreeSet<>(List.of(
                        "rejected FOLDER/b.md: invalid-field: One field is not allowed as given. /content must not be refused.",
                        "rejected FOLDER/c.md: no-content: There is no word in it",
                        "rejected FOLDER/feed.xml, entry 2: invalid-field: One field is not allowed as given. /content must not be"
                                + " refused.",
                        "imported 3, unchanged 0, rejected 3")),
                new TreeSet<>(summary.lines().toList()));
        assertTrue(stand.taken.contains("Tür"), "the bytes are as they were");
        assertEquals(3, Files.readAllLines(folder.resolve("rejected.txt")).size());
    }

    @Test
    void sendsNothingAgainButWhatWasRejectedOrChanged() throws Exception {
        write("a.md", "fine");
        write("b.md", "good");
        write("c.md", "reject");
        run(posts, "secret");
        stand.taken.clear();
        write("b.md", "better");

        assertEquals(
                "imported 1, unchanged 1, rejected 1",
                run(posts, "secret").lines().reduce((x, y) -> y).orElseThrow());
        assertEquals(List.of("better", "reject"), stand.taken);
    }

    @Test
    void sendsAgainWhatIsRefusedForNowInItsOrder() throws Exception {
        for (int i = 10; i < 20; i++) write("a" + i + ".md", (i == 14 ? "busy" : i == 17 ? "break" : "fine") + i);

        assertEquals("imported 10, unchanged 0, rejected 0", run(posts, "secret"));

        List<String> order = new ArrayList<>(stand.taken);
        for (int i = 10; i < 19; i++) assertTrue(last(order, i) < last(order, i + 1), order.toString());
    }

    private static int last(List<String> order, int number) {
        return IntStream.range(0, order.size())
                .filter(at -> order.get(at).endsWith("" + number))
                .max()
                .orElseThrow();
    }

    @Test
    void losesNoEntryOfAFeedWhoseAnswerBreaksOff() throws Exception {
        write("feed.xml", "<feed>break</feed>");

        String summary = run(posts, "secret");

        assertTrue(summary.endsWith("imported 1, unchanged 0, rejected 1"), summary);
    }

    @Test
    void endsWithOneSentenceWhereTheKeyIsWrong() throws Exception {
        write("a.md", "fine");

        PartFailure failure = assertThrows(PartFailure.class, () -> run(posts, "guessed"));

        assertEquals("the service asks for a key: give one with --key, or in POSTWIRE_KEY", failure.getMessage());
    }

    @Test
    void importsManyMoreThanMayBeUnderWay() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 2_500; i++) lines.append("{\"id\":\"p").append(i).append("\",\"content\":\"fine\"}\n");
        write("many.ndjson", lines.toString());

        assertEquals("imported 2500, unchanged 0, rejected 0", run(posts, "secret"));
        assertEquals("imported 0, unchanged 2500, rejected 0", run(posts, "secret"));
    }

    @Test
    void takesNoPostsPlaceThatCameFromElsewhere() throws Exception {
        write("a.md", "fine");
        run(posts, "secret");
        Path others = Files.createDirectories(folder.resolve("others"));
        Files.writeString(others.resolve("a.md"), "fine too");

        assertTrue(run(others, "secret").contains("a post of the same name was imported from " + posts));
        Files.delete(posts.resolve("a.md"));
        Files.delete(posts);
        assertEquals("imported 1, unchanged 0, rejected 0", run(others, "secret"));
    }
}
