package dev.postwire.local.command;

import dev.postwire.local.part.PartFailure;
import dev.postwire.local.sample.SampleResult;
import dev.postwire.local.sample.SampleRun;
import dev.postwire.local.stand.Ports;
import dev.postwire.local.stand.Stand;
import dev.postwire.local.stand.StandFolder;
import dev.postwire.local.stand.StandLock;
import dev.postwire.local.stand.StandState;
import dev.postwire.local.stand.StandState.Phase;
import dev.postwire.local.stand.StateFile;
import dev.postwire.local.supervise.Orphans;
import dev.postwire.local.supervise.Supervisor;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings a stand up and keeps it up. */
@Command(
        name = "up",
        description = "Starts PostgreSQL, Kafka and the services, and keeps them running until Ctrl-C.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ports: query 8080, ingest 8081, enrich 8082, kafka 9092, kafka-controller 9093, postgres 5433, all on"
                    + " 127.0.0.1. Set another with --port KEY=NUMBER, the variable POSTWIRE_PORT_KEY, or the line"
                    + " postwire.port.KEY=NUMBER in DIR/postwire.properties; the first of these that is set counts."
        })
final class UpCommand implements Callable<Integer> {
    private static final Duration START_DEADLINE = Duration.ofSeconds(180);

    @Mixin
    private StandOptions stand;

    @Option(names = "--samples", description = "post the samples and show what comes out")
    private boolean samples;

    @Option(names = "--fresh", description = "delete the stand's data first; it must not be up")
    private boolean fresh;

    @Option(names = "--detach", description = "return once all parts are healthy and leave them running")
    private boolean detach;

    @Option(names = "--port", paramLabel = "KEY=NUMBER", description = "another port; repeatable")
    private Map<String, String> port = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        StandFolder folder = stand.folder();
        Ports ports = Ports.resolve(port, System.getenv(), folder.properties());
        folder.prepare();
        Optional<StandLock> lock = StandLock.tryTake(folder.lock());
        if (lock.isEmpty()) {
            return alreadyUp(folder);
        }
        clear(folder);
        ports.requireFree(folder.properties());
        if (fresh) {
            folder.wipe();
        }
        if (detach) {
            lock.get().close(); // the one who stays takes it; should another be faster, that one says so
            Detached.start(folder, ports, START_DEADLINE);
            StandState state = new StateFile(folder.state()).read().orElseThrow();
            report(state);
            reportTime();
            return postSamples(state);
        }
        return run(folder, ports);
    }

    private int alreadyUp(StandFolder folder) {
        Optional<StandState> state = new StateFile(folder.state()).read();
        if (state.map(StandState::phase).filter(Phase.UP::equals).isEmpty()) {
            throw new PartFailure("another 'postwire up' is starting or stopping the stand in " + folder.root());
        }
        if (fresh) {
            throw new PartFailure("--fresh: the stand in " + folder.root() + " is up; run 'postwire down' first");
        }
        out().println("already up");
        report(state.get());
        return postSamples(state.get());
    }

    private void clear(StandFolder folder) {
        StateFile file = new StateFile(folder.state());
        file.read().map(Orphans::end).filter(ended -> !ended.isEmpty()).ifPresent(ended -> out().println(
                        "ended what a killed supervisor had left: " + String.join(", ", ended)));
        file.delete();
    }

    private int run(StandFolder folder, Ports ports) throws InterruptedException {
        Supervisor supervisor = new Supervisor(
                Stand.parts(StandOptions.root(), folder, ports),
                new StateFile(folder.state()),
                ports.numbers(),
                line -> spec.commandLine().getErr().println("postwire: " + line));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor)));
        supervisor.start();
        if (supervisor.awaitHealthy(START_DEADLINE)) {
            report(supervisor.state());
            reportTime();
            postSamples(supervisor.state());
            out().println("Ctrl-C stops it");
            out().flush();
        }
        new CountDownLatch(1).await(); // the shutdown hook is the way out
        return 0;
    }

    private void stop(Supervisor supervisor) {
        out().println("stopping");
        out().flush();
        supervisor.stop();
        out().println("stopped");
        out().flush();
    }

    private void report(StandState state) {
        Addresses.print(state.ports(), stand.folder(), out());
        out().flush();
    }

    private void reportTime() {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        out().printf("all healthy after %.1f s%n", (System.currentTimeMillis() - started) / 1000.0);
        out().flush();
    }

    private int postSamples(StandState state) {
        if (!samples) {
            return 0;
        }
        SampleRun run = new SampleRun(state.ports());
        Table table = Table.of("SAMPLE", "TITLE", "LANGUAGE", "PUBLISHED", "TAGS", "WORDS", "");
        List<SampleResult> results = SampleRun.files(StandOptions.root().resolve("deploy/samples"))
                .map(run::run)
                .toList();
        results.forEach(result -> table.row(
                result.file(),
                result.title(),
                result.language(),
                result.published(),
                result.tags(),
                result.words(),
                result.outcome()));
        out().println();
        out().print(table);
        out().flush();
        return results.stream().allMatch(result -> result.outcome().equals("stored")) ? 0 : PostwireCommand.FAILED;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
