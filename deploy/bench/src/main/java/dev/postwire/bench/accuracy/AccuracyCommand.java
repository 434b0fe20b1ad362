package dev.postwire.bench.accuracy;

import dev.postwire.bench.Report;
import dev.postwire.bench.contender.Contender;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "accuracy",
        description = "Main text and metadata of labelled pages, by page type.",
        mixinStandardHelpOptions = true)
public final class AccuracyCommand implements Callable<Integer> {
    @Mixin
    PageChoice choice;

    @Mixin
    Report report;

    @Option(names = "--only", paramLabel = "NAME", description = "Only this contender, e.g. Postwire.")
    String only;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<Contender> contenders = Contender.all().stream()
                .filter(contender -> only == null || only.equalsIgnoreCase(contender.name()))
                .toList();
        PageAccuracy accuracy = new PageAccuracy(contenders);
        choice.each(accuracy::add);
        report.publish("accuracy", accuracy.markdown(), spec.commandLine().getOut());
        return 0;
    }
}
