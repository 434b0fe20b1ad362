package dev.postwire.local.command;

import dev.postwire.local.erase.EraseMain;
import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases a post and proves it, in a process whose memory is its own. */
@Command(
        name = "erase",
        description = {
            "Deletes a post, has the topics compacted at once, and searches topics, tables and files for its bytes.",
            "Reads every topic three times and writes the tables anew: not for busy hours."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:nothing holds it",
            "1:something does; the list is on standard output",
            "2:could not be run",
            "3:asked for, but nothing could be searched for: no bytes of 24 and more stand under this id alone"
        })
final class EraseCommand implements Callable<Integer> {
    private static final int COULD_NOT_RUN = 2;
    private static final List<String> MEMORY = List.of("-Xmx512m", "-Xms32m", "-XX:+UseSerialGC");

    @Mixin
    private StoreOptions store;

    @Parameters(paramLabel = "ID", description = "the post's id")
    private String id;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Option(
            names = "--no-rewrite",
            description =
                    "leave tables and indexes where they are, which locks nobody out; their free room is not proven then")
    private boolean keep;

    @Option(
            names = "--at-most",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "how long the topics may take (default: ${DEFAULT-VALUE})")
    private long atMost;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path undo = store.folder().state().resolveSibling("erase-undo.json");
        try {
            int status = run(undo, id);
            if (Files.exists(undo)) run(undo, ""); // it was killed
            return status;
        } catch (PartFailure e) {
            System.err.println("postwire: " + e.getMessage());
            return COULD_NOT_RUN;
        }
    }

    private int run(Path undo, String post) throws IOException, InterruptedException {
        String folder = store.local() ? store.folder().root().toString() : "";
        List<String> arguments = List.of(
                post,
                json ? "json" : "text",
                keep ? "keep" : "rewrite",
                Long.toString(atMost),
                undo.toString(),
                folder);
        return store.run(MEMORY, EraseMain.class, arguments);
    }
}
