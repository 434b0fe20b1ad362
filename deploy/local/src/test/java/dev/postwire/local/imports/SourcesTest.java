package dev.postwire.local.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The trees under {@code src/test/resources/trees}: each is a file whose lines {@code == place} begin a file of the tree, {@code found}
 * what must be found in it, {@code addresses} the same with {@code --site}.
 */
class SourcesTest {
    private static final URI SITE = URI.create("https://blog.example/");
    private static final Path TREES = Path.of("src/test/resources/trees");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> findsThePostsOfATree() throws IOException {
        List<Path> trees;
        try (Stream<Path> all = Files.list(TREES)) {
            trees = all.filter(file -> file.toString().endsWith(".tree"))
                    .sorted()
                    .toList();
        }
        return trees.stream()
                .map(tree -> DynamicTest.dynamicTest(tree.getFileName().toString(), () -> check(tree)));
    }

    private void check(Path tree) throws Exception {
        String name = tree.getFileName().toString().replace(".tree", "");
        Path root = grow(tree, folder.resolve(name));

        assertEquals(expected(name + ".found"), found(root, Optional.empty(), false), name);
        assertEquals(expected(name + ".addresses"), found(root, Optional.of(SITE), false), name);
        assertEquals(
                plain(expected(name + ".found")),
                plain(found(packed(root, ".tar.gz"), Optional.empty(), false)),
                name + " in a tar");
        assertEquals(
                plain(expected(name + ".found")),
                plain(found(packed(root, ".zip"), Optional.empty(), false)),
                name + " in a zip");
    }

    /** Without what tells of places, which are others in an archive, and in whose order its files are. */
    private static List<String> plain(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("passed ") && !line.startsWith("note ") && !line.startsWith("feed:"))
                .sorted()
                .toList();
    }

    @Test
    void takesDraftsWhereTheyAreWanted() throws Exception {
        Path root = grow(TREES.resolve("hugo.tree"), folder.resolve("hugo"));

        assertEquals(true, found(root, Optional.empty(), true).contains("id:posts.unfinished"));
    }

    @Test
    void givesASitesContentTheSameNamesAsTheSite() throws Exception {
        Path root = grow(TREES.resolve("hugo.tree"), folder.resolve("hugo"));

        assertEquals(
                plain(found(root, Optional.of(SITE), false)),
                plain(found(root.resolve("content"), Optional.of(SITE), false)));
    }

    @Test
    void countsAllBytesOfWhatItReads() throws Exception {
        Path root = grow(TREES.resolve("hugo.tree"), folder.resolve("hugo"));
        Sources sources = new Sources(new ItemMaker(Optional.empty(), ""), false);
        FoundItems found = new FoundItems();

        sources.read(root, found);

        assertEquals(sources.size(root), found.bytes);
    }

    @Test
    void tellsABrokenFileByItsPlaceAndGoesOn() throws Exception {
        Files.write(folder.resolve("a.md.gz"), new byte[] {31, (byte) 139, 8, 0, 1});
        Files.writeString(folder.resolve("b.md"), "# Whole\n\nWords.");

        List<String> lines = found(folder, Optional.empty(), false);

        assertEquals("id:b", lines.get(1));
        assertEquals("faulty FOLDER/a.md.gz: cannot be read", lines.get(0).replaceFirst(": [^:]*$", ""));
    }

    private List<String> found(Path path, Optional<URI> site, boolean drafts) throws Exception {
        FoundItems found = new FoundItems();
        new Sources(new ItemMaker(site, ""), drafts).read(path, found);
        return found.lines.stream()
                .map(line -> line.replace(path.toString(), "FOLDER"))
                .toList();
    }

    private static List<String> expected(String name) throws IOException {
        return Files.readAllLines(TREES.resolve(name));
    }

    private static Path grow(Path tree, Path root) throws IOException {
        Path file = root;
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(tree)) {
            if (line.startsWith("== ")) {
                plant(file, lines);
                file = root.resolve(line.substring(3));
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        plant(file, lines);
        return root;
    }

    private static void plant(Path file, List<String> lines) throws IOException {
        if (lines.isEmpty()) return;
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private Path packed(Path root, String suffix) throws IOException {
        Path archive = folder.resolve(root.getFileName() + suffix);
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(archive)) {
            if (suffix.equals(".zip")) zip(root, files, out);
            else tar(root, files, out);
        }
        return archive;
    }

    /** In a folder of its own where it is a site, as archives of repositories are. */
    private static void zip(Path root, List<Path> files, OutputStream out) throws IOException {
        String around = Site.of(root).generator() == Generator.NONE ? "" : "site-main/";
        try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(around + root.relativize(file)));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private static void tar(Path root, List<Path> files, OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (Path file : files) {
                tar.putArchiveEntry(new TarArchiveEntry(file, "./" + root.relativize(file)));
                Files.copy(file, tar);
                tar.closeArchiveEntry();
            }
        }
    }
}
