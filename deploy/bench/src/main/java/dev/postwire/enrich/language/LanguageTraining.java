package dev.postwire.enrich.language;

import dev.postwire.bench.Checkout;
import dev.postwire.bench.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Learns to tell languages apart and writes the enricher's model. Cross-validated on whole sources held back, it fits the
 * confidence and says how often it is right; nothing that measures detection is looked at. The same corpus gives the same
 * bytes.
 */
@Command(
        name = "LANGUAGE",
        description = "Learns to tell languages apart, from a folder of texts named source.language.",
        mixinStandardHelpOptions = true)
public final class LanguageTraining implements Callable<Integer> {
    private static final List<Script> SCRIPTS =
            List.of(Script.LATIN, Script.CYRILLIC, Script.ARABIC, Script.DEVANAGARI, Script.HEBREW);

    private static final List<Script> CALIBRATED =
            Stream.concat(Stream.of(Script.HAN), SCRIPTS.stream()).toList();

    @Option(names = "--corpus", required = true, paramLabel = "DIR", description = "The texts.")
    Path folder;

    @Option(names = "--learn", description = "Write the model into the enricher's resources.")
    boolean learn;

    @Option(
            names = "--steps",
            defaultValue = "1200000",
            description = "Examples to learn from, of Latin script; a fifth in other scripts and in validation.")
    int steps;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Corpus corpus = Corpus.read(folder);
        List<String> names = Names.words();
        Map<Script, CompletableFuture<Learner>> learning = new EnumMap<>(Script.class);
        for (Script script : SCRIPTS) {
            LanguageCourse course =
                    new LanguageCourse(corpus, script, names, bits(script), script == Script.LATIN ? steps : steps / 5);
            if (learn) learning.put(script, CompletableFuture.supplyAsync(course::learned));
        }
        StringBuilder tables = new StringBuilder();
        Map<Script, Calibration> calibrations = new EnumMap<>(Script.class);
        for (Script script : CALIBRATED) {
            List<Trial> trials = script == Script.HAN
                    ? new IdeographCourse(corpus).crossValidated()
                    : new LanguageCourse(corpus, script, names, bits(script), steps / 5).crossValidated();
            Calibration calibration = Calibration.of(trials);
            calibrations.put(script, calibration);
            tables.append(script + ", " + calibration + ":\n\n" + new TrialTable(trials, calibration) + "\n");
            out.println("validated " + script);
            out.flush();
        }
        report.publish("validation-language", tables.toString(), out);
        if (!learn) return 0;
        Map<Script, Learner> learners = new EnumMap<>(Script.class);
        learning.forEach((script, learner) -> learners.put(script, learner.join()));
        write(ModelWriter.bytes(IdeographStatistics.of(corpus), learners, calibrations), out);
        return 0;
    }

    /** The more languages share a script, the more there is to tell apart. */
    private static int bits(Script script) {
        return switch (script) {
            case LATIN -> 17;
            case CYRILLIC -> 16;
            default -> 15;
        };
    }

    private static void write(byte[] model, PrintWriter out) throws IOException {
        Path resource = Checkout.root()
                .resolve("enrich-service/src/main/resources/dev/postwire/enrich/language/" + LanguageModel.RESOURCE);
        Files.write(resource, model);
        out.println("wrote " + model.length + " bytes to " + Checkout.root().relativize(resource));
    }
}
