package dev.postwire.local.command;

import dev.postwire.local.audit.AuditMain;
import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that every receipt is accounted for, in a process whose memory is its own. */
@Command(
        name = "audit",
        description = {
            "Walks the topics and the tables and proves that every receipt is accounted for exactly once.",
            "Works while posts come in: what is under way is waited for, then told apart from what is missing."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:clean", "1:something is wrong; the list is on standard output", "2:could not be run"})
final class AuditCommand implements Callable<Integer> {
    private static final int COULD_NOT_RUN = 2;
    /** Enough for some ten million posts on six partitions. */
    private static final List<String> MEMORY = List.of("-Xmx1536m", "-Xms32m", "-XX:+UseSerialGC");

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "how long to wait for what is under way (default: ${DEFAULT-VALUE})")
    private long wait;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            List<String> arguments = List.of(json ? "json" : "text", Long.toString(wait));
            return store.run(MEMORY, AuditMain.class, arguments);
        } catch (PartFailure e) {
            System.err.println("postwire: " + e.getMessage());
            return COULD_NOT_RUN;
        }
    }
}
