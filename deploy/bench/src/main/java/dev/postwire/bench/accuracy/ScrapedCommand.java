package dev.postwire.bench.accuracy;

import dev.postwire.bench.Report;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "scraped",
        description = "Main text of articles that arrive as scraped plain text, in three forms.",
        mixinStandardHelpOptions = true)
public final class ScrapedCommand implements Callable<Integer> {
    @Mixin
    PageChoice choice;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        TextAccuracy accuracy = new TextAccuracy();
        choice.each(accuracy::add);
        report.publish("scraped", accuracy.markdown(), spec.commandLine().getOut());
        return 0;
    }
}
