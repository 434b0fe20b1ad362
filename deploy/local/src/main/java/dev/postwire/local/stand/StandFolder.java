package dev.postwire.local.stand;

import dev.postwire.local.part.Folders;
import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which one stand lasts. */
public record StandFolder(Path root) {
    /** Below this a start is refused: PostgreSQL and Kafka must not meet the end of the disk in their first minutes. */
    private static final long NEEDED_MIB = 512;

    private static final long MIB = 1024 * 1024;

    public StandFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    /** The search index, made anew when it no longer fits. */
    public Path index() {
        return root.resolve("index");
    }

    /** Class data of the JVMs, made anew when it no longer fits. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** What was imported into the stand. */
    public Path imports() {
        return root.resolve("imports");
    }

    public Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    public Path state() {
        return root.resolve("run").resolve("state.json");
    }

    public Path lock() {
        return root.resolve("run").resolve("lock");
    }

    public Path properties() {
        return root.resolve("postwire.properties");
    }

    /** Creates what is missing, and makes sure that there is room on the disk. */
    public void prepare() {
        try {
            Files.createDirectories(state().getParent());
            Files.createDirectories(log("any").getParent());
            Files.createDirectories(cache());
            long free = Files.getFileStore(root).getUsableSpace() / MIB;
            if (free < NEEDED_MIB) {
                throw new PartFailure("the disk is nearly full: " + free + " MiB left for " + root + ", " + NEEDED_MIB
                        + " MiB needed; free some or choose another folder with --data");
            }
        } catch (IOException e) {
            throw new PartFailure("the folder " + root + " cannot be used: " + e, e);
        }
    }

    /** Deletes the data; settings and logs stay. Nothing may be running. */
    public void wipe() {
        try {
            Folders.delete(postgres());
            Folders.delete(kafka());
            Folders.delete(index());
            Folders.delete(imports());
        } catch (IOException e) {
            throw new PartFailure("the data in " + root + " cannot be deleted: " + e, e);
        }
    }
}
