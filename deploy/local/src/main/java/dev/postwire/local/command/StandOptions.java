package dev.postwire.local.command;

import dev.postwire.local.part.PartFailure;
import dev.postwire.local.stand.StandFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which stand a command is about. */
final class StandOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where the stand's data lasts (default: .postwire in the source tree)")
    private Path data;

    StandFolder folder() {
        return new StandFolder(Optional.ofNullable(data).orElseGet(() -> root().resolve(".postwire")));
    }

    /** The source tree: named by the shell script. */
    static Path root() {
        Path root = Path.of(System.getProperty("postwire.root", "")).toAbsolutePath();
        if (!Files.exists(root.resolve("query-service"))) {
            throw new PartFailure("not a source tree of Postwire: " + root + "; run deploy/local/postwire");
        }
        return root;
    }
}
