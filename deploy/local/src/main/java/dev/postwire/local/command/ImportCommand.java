package dev.postwire.local.command;

import dev.postwire.local.call.Services;
import dev.postwire.local.imports.ImportMain;
import dev.postwire.local.imports.ImportOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports what there is already, in a process whose memory is its own. */
@Command(
        name = "import",
        description = {
            "Imports files and folders of posts, and waits until each is stored or rejected.",
            "Markdown, HTML and text; of a Hugo, Jekyll, Pelican, Docusaurus, Zola or Eleventy site the content; JSON envelopes,"
                    + " feeds (Atom, RSS, JSON Feed), NDJSON and WARC; packed too (.gz, .zst, .tar, .zip).",
            "Importing again sends what is new or changed; an import that was broken off goes on where it was."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all is imported",
            "1:something was rejected, with its place and reason on standard output; or the import could not be finished",
            "2:wrong usage"
        })
final class ImportCommand implements Callable<Integer> {
    private static final Program PROGRAM = new Program(
            ImportMain.class, List.of("-Xmx256m", "-Xms32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

    @Mixin
    private ServiceOptions services;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files and folders")
    private List<Path> paths;

    @Option(
            names = "--site",
            paramLabel = "URL",
            description =
                    "where the site stands: each file's address is then as its generator makes it, and names the post;"
                            + " without, the file's place in the folder is its id")
    private String site;

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            defaultValue = "",
            description = "what ids of files begin with, e.g. blog.")
    private String prefix;

    @Option(names = "--drafts", description = "drafts too")
    private boolean drafts;

    @Option(names = "--again", description = "send what was imported before too")
    private boolean again;

    @Option(names = "--dry-run", description = "list what would be sent, and send nothing")
    private boolean dryRun;

    @Option(names = "--ingest", paramLabel = "URL", description = "the intake of another stand; with --query")
    private String ingest;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (Path path : paths) {
            if (!Files.isReadable(path)) throw wrong("no such file or folder, or not readable: " + path);
        }
        if (!prefix.matches("[A-Za-z0-9._~-]{0,40}")) throw wrong("--prefix is up to 40 of A-Z a-z 0-9 . _ ~ -");
        if (site != null) Services.address(site);
        Services called = dryRun ? null : services.posting(ingest);
        ImportOrder order = new ImportOrder(
                paths.stream().map(Path::toString).toList(),
                site == null ? "" : site,
                prefix,
                drafts,
                again,
                folder().toString(),
                dryRun ? "" : called.ingest().toString(),
                dryRun ? "" : called.query().toString());
        Map<String, String> environment = dryRun
                ? Map.of()
                : called.key().map(key -> Map.of(Services.KEY_VARIABLE, key)).orElse(Map.of());
        return PROGRAM.run(List.of(order.json()), environment);
    }

    /** The journal's, one for each stand. */
    private Path folder() {
        Path imports = services.folder().imports();
        if (ingest == null) return imports;
        return imports.resolve(
                UUID.nameUUIDFromBytes(ingest.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
