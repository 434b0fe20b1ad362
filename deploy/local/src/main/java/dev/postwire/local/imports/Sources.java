package dev.postwire.local.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads files and folders in an order that is the same each time: by name, a folder's files as they come among its folders. */
final class Sources {
    private final FileReading files;
    private final Archive archives;
    private final boolean drafts;

    Sources(ItemMaker maker, boolean drafts) {
        this.files = new FileReading(maker, drafts);
        this.archives = new Archive(files, drafts);
        this.drafts = drafts;
    }

    /** Bytes of the files that will be read. */
    long size(Path path) throws IOException, InterruptedException {
        if (!Files.isDirectory(path)) return Files.size(path);
        long[] sum = {0};
        walk(path, Optional.empty(), (file, relative, site) -> sum[0] += Files.size(file));
        return sum[0];
    }

    void read(Path path, Finds finds) throws IOException, InterruptedException {
        if (!Files.isDirectory(path)) {
            named(path, finds);
            return;
        }
        Site site = Site.of(path);
        site.note().ifPresent(note -> finds.note(path + note));
        walk(path, Optional.of(finds), (file, relative, in) -> {
            if (Unpacked.isArchive(relative)) archive(file, finds);
            else open(file, relative, in.generator(), false, finds);
        });
    }

    private void named(Path file, Finds finds) throws InterruptedException {
        String name = file.getFileName().toString();
        if (Unpacked.isArchive(name)) archive(file, finds);
        else open(file, name, Generator.NONE, true, finds);
    }

    private void archive(Path file, Finds finds) throws InterruptedException {
        archives.read(
                file.toString(),
                file.getFileName().toString(),
                () -> Files.newInputStream(file),
                () -> new CountedStream(Files.newInputStream(file), Files.size(file), finds),
                finds);
    }

    private void open(Path file, String relative, Generator generator, boolean named, Finds finds)
            throws InterruptedException {
        FileReading.Source source = new FileReading.Source(file.toString(), relative, generator);
        try (InputStream in = new CountedStream(Files.newInputStream(file), Files.size(file), finds)) {
            if (named) files.readNamed(source, in, finds);
            else files.read(source, in, finds);
        } catch (IOException e) {
            finds.faulty(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    private interface Visitor {
        void visit(Path file, String relative, Site site) throws IOException, InterruptedException;
    }

    private void walk(Path root, Optional<Finds> finds, Visitor visitor) throws IOException, InterruptedException {
        Site site = Site.of(root);
        new Walk(root, site, new Passes(site, drafts), finds, visitor).into(root);
    }

    /** A walk through one folder. */
    private record Walk(Path root, Site site, Passes passes, Optional<Finds> finds, Visitor visitor) {
        void into(Path folder) throws IOException, InterruptedException {
            for (Path child : children(folder)) {
                String place = root.relativize(child).toString().replace('\\', '/');
                boolean isFolder = Files.isDirectory(child);
                Optional<String> why = why(child, place, isFolder);
                if (why.isPresent()) finds.ifPresent(told -> told.passed(child + (isFolder ? "/" : ""), why.get()));
                else if (isFolder) into(child);
                else visitor.visit(child, site.relative(place), site);
            }
        }

        private Optional<String> why(Path child, String place, boolean isFolder) {
            // A link to a folder may lead round in circles.
            if (isFolder && !Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                return Optional.of("links to folders");
            if (!isFolder && !Files.isRegularFile(child)) return Optional.of("no regular files");
            return isFolder ? passes.folder(place) : passes.file(place);
        }

        private static List<Path> children(Path folder) throws IOException {
            try (Stream<Path> children = Files.list(folder)) {
                return children.sorted().toList();
            }
        }
    }
}
