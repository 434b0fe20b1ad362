package dev.postwire.bench.speed;

import dev.postwire.bench.Checkout;
import dev.postwire.bench.Report;
import dev.postwire.bench.Wcxb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "speed",
        description = "Posts per CPU-second on one thread, and what they cost over jsoup's bare parse.",
        mixinStandardHelpOptions = true)
public final class SpeedCommand implements Callable<Integer> {
    @Option(names = "--full", description = "Four times the pages, longer, in two processes each.")
    boolean full;

    @Parameters(paramLabel = "BENCHMARK", description = "Only these, e.g. jsoupParse enrich.")
    List<String> only = List.of();

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, RunnerException {
        Path json = Files.createDirectories(Checkout.root().resolve("deploy/bench/target"))
                .resolve("speed.json");
        Speed speed = Speed.of(new Runner(options(json).build()).run());
        if (!Wcxb.isIn(Wcxb.folder())) {
            spec.commandLine()
                    .getErr()
                    .println("bench: no reference data beside the checkout, measured on pages made up");
        }
        report.publish("speed", speed.markdown(), spec.commandLine().getOut());
        return 0;
    }

    private ChainedOptionsBuilder options(Path json) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .threads(1)
                .forks(full ? 2 : 1)
                .warmupIterations(full ? 20 : 8)
                .measurementIterations(full ? 10 : 5)
                .param("every", full ? "1" : "4")
                // One collector thread: what it costs is counted, and cores it could borrow are not.
                .jvmArgs("-Xms2g", "-Xmx2g", "-XX:+UseSerialGC")
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(json.toString());
        if (only.isEmpty()) return options.include(PostSpeed.class.getName());
        only.forEach(benchmark -> options.include(PostSpeed.class.getName() + "\\." + benchmark + "$"));
        return options;
    }
}
