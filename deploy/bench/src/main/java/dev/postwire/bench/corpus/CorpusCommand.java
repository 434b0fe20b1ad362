package dev.postwire.bench.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "corpus",
        description = "Gathers the texts that languages are learned from out of the packages that README.md names.",
        mixinStandardHelpOptions = true)
public final class CorpusCommand implements Callable<Integer> {
    private static final List<Source> SOURCES = List.of(
            new LinguaWords(),
            new ProfileWords(),
            new ChromiumStrings(),
            new ElectronDocuments(),
            new CompilerMessages(),
            new Declarations(),
            new SharedTexts());

    @Option(names = "--packages", required = true, paramLabel = "DIR", description = "The packages.")
    Path packages;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "Where the texts go: source.language.")
    Path to;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(to);
        for (Source source : SOURCES) {
            Path found = source.in(packages);
            if (!Files.exists(found)) {
                spec.commandLine().getErr().println("bench: without " + source.name() + ", no " + found);
                continue;
            }
            for (Map.Entry<String, List<String>> text : source.texts(found).entrySet()) {
                Files.write(to.resolve(source.name() + "." + text.getKey()), text.getValue());
            }
            spec.commandLine().getOut().println(source.name());
        }
        return 0;
    }
}
