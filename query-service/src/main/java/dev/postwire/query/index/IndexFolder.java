package dev.postwire.query.index;

import dev.postwire.query.analysis.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;

/** The folder of the generations: numbered, of which the newest complete one counts. For one thread. */
final class IndexFolder {
    private static final Logger LOGGER = Logger.getLogger(IndexFolder.class);
    private static final Pattern NAME = Pattern.compile("generation-[0-9]{1,9}");

    private final Path folder;
    private final Languages languages;

    IndexFolder(Path folder, Languages languages) {
        this.folder = folder;
        this.languages = languages;
    }

    /** The newest generation that can be read whole; what is broken or was never finished is deleted. */
    Optional<Generation> newest() throws IOException {
        Optional<Generation> newest = Optional.empty();
        for (Path one : generations()) {
            if (newest.isEmpty()) newest = open(one);
            else delete(one);
        }
        return newest;
    }

    private Optional<Generation> open(Path one) throws IOException {
        try {
            Generation generation = Generation.open(one, languages);
            if (generation.complete()) return Optional.of(generation);
            generation.close();
        } catch (LockObtainFailedException e) {
            throw new IOException(
                    "another process has the index folder: give each instance its own"
                            + " postwire.index.folder, folder=" + folder,
                    e);
        } catch (IOException | RuntimeException e) {
            LOGGER.warnf("index cannot be read and will be made anew folder=%s cause=%s", one, e);
        }
        delete(one);
        return Optional.empty();
    }

    Generation next() throws IOException {
        int last = generations().stream().mapToInt(IndexFolder::number).max().orElse(0);
        return Generation.create(folder.resolve("generation-" + (last + 1)), languages);
    }

    /** Newest first. */
    private List<Path> generations() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            NAME.matcher(entry.getFileName().toString()).matches())
                    .sorted(Comparator.comparingInt(IndexFolder::number).reversed())
                    .toList();
        }
    }

    private static int number(Path generation) {
        return Integer.parseInt(generation.getFileName().toString().split("-", 2)[1]);
    }

    static void delete(Path generation) throws IOException {
        try (Stream<Path> files = Files.list(generation)) {
            for (Path file : files.toList()) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(generation);
    }
}
