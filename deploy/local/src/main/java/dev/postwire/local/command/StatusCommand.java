package dev.postwire.local.command;

import dev.postwire.local.part.ProcessId;
import dev.postwire.local.stand.StandStatus;
import dev.postwire.local.stand.StandStatus.PartStatus;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows each part: name, process, port, health, restarts, memory. */
@Command(
        name = "status",
        description = "Shows each part of a stand.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all parts are healthy", "3:not up, or not all parts are healthy"})
final class StatusCommand implements Callable<Integer> {
    private static final long MIB = 1024 * 1024;

    @Mixin
    private StandOptions stand;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StandStatus status = StandStatus.look(stand.folder());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(status.json().toPrettyString());
        } else {
            print(status, out);
        }
        out.flush();
        return status.healthy() ? 0 : PostwireCommand.UNHEALTHY;
    }

    private static void print(StandStatus status, PrintWriter out) {
        if (status.parts().isEmpty()) {
            out.println("not up (" + status.folder().root() + ")");
            return;
        }
        Table table = Table.of("NAME", "PID", "PORT", "HEALTHY", "RESTARTS", "MEMORY", "");
        for (PartStatus part : status.parts()) {
            table.row(
                    part.part().name(),
                    part.part()
                            .process()
                            .flatMap(ProcessId::find)
                            .map(process -> "" + process.pid())
                            .orElse("-"),
                    "" + part.part().port(),
                    part.health().ready() ? "yes" : "no",
                    "" + part.part().restarts(),
                    part.residentBytes() / MIB + " MiB",
                    part.health().detail());
        }
        table.row("", "", "", "", "", status.residentBytes() / MIB + " MiB", "");
        out.print(table);
        if (!status.up()) {
            out.println("the supervisor is gone: 'postwire up' or 'postwire down' clears up what it left");
        }
    }
}
