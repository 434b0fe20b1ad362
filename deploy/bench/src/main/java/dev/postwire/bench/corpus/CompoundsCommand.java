package dev.postwire.bench.corpus;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "compounds",
        description =
                "Learns where words meet in the compounds of a language, from lingua's tables of runs of letters.",
        mixinStandardHelpOptions = true)
public final class CompoundsCommand implements Callable<Integer> {
    private static final List<String> LANGUAGES = List.of("de");

    @Option(
            names = "--packages",
            required = true,
            paramLabel = "DIR",
            description = "Where lingua is; see Language in README.md.")
    Path packages;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Where the tables go (default: ${DEFAULT-VALUE}).",
            defaultValue = "query-service/src/main/resources/dev/postwire/query/analysis")
    Path to;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(to);
        try (ZipFile jar = new ZipFile(new LinguaWords().in(packages).toFile())) {
            for (String language : LANGUAGES) {
                JointTables tables = new JointTables(LinguaWords.tables(jar, language));
                Path file = to.resolve("joints." + language + ".gz");
                write(tables, file);
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s: runs %d, bytes %d%n",
                                language, tables.values().size(), Files.size(file));
            }
        }
        return 0;
    }

    /** The letters, how many runs, and of each its distance to the one before, seven bits a byte, and its value. */
    private static void write(JointTables tables, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(tables.alphabet());
            out.writeInt(tables.values().size());
            int before = 0;
            for (Map.Entry<Integer, Integer> run : tables.values().entrySet()) {
                int gap = run.getKey() - before;
                before = run.getKey();
                for (; gap >= 0x80; gap >>>= 7) out.writeByte(gap & 0x7F | 0x80);
                out.writeByte(gap);
                out.writeByte(run.getValue());
            }
        }
    }
}
