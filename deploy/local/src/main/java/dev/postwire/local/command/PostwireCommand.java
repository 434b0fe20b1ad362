package dev.postwire.local.command;

import dev.postwire.local.part.PartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command's entrance. What stands in the way is told in one line on standard error, never as a stack trace. */
@Command(
        name = "postwire",
        description = "Runs Postwire on this machine: PostgreSQL, Kafka and the three services.",
        mixinStandardHelpOptions = true,
        version = "postwire 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LearnCommand.class,
            KeyCommand.class,
            AuditCommand.class,
            EraseCommand.class,
            RedriveCommand.class,
            ReenrichCommand.class,
            KeyCommand.class,
            AuditCommand.class,
            RedriveCommand.class,
            ReenrichCommand.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:could not be done; the reason is one line on standard error",
            "2:wrong usage",
            "3:status: not up, or not all parts are healthy"
        })
public final class PostwireCommand {
    static final int FAILED = 1;
    static final int UNHEALTHY = 3;

    private PostwireCommand() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new PostwireCommand()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof PartFailure)) {
                throw failure;
            }
            command.getErr().println("postwire: " + failure.getMessage());
            return FAILED;
        });
    }
}
