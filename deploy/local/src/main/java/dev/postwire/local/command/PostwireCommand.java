package dev.postwire.local.command;

import dev.postwire.local.call.Screen;
import dev.postwire.local.part.PartFailure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command's entrance. What stands in the way is told in one line on standard error, never as a stack trace. */
@Command(
        name = "postwire",
        description = "Runs Postwire on this machine: PostgreSQL, Kafka and the three services.",
        mixinStandardHelpOptions = true,
        version = "postwire 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
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

    private static final Map<String, Class<?>> COMMANDS = commands();

    private PostwireCommand() {}

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("up", UpCommand.class);
        commands.put("down", DownCommand.class);
        commands.put("status", StatusCommand.class);
        commands.put("import", ImportCommand.class);
        commands.put("watch", WatchCommand.class);
        commands.put("search", SearchCommand.class);
        commands.put("show", ShowCommand.class);
        commands.put("learn", LearnCommand.class);
        commands.put("key", KeyCommand.class);
        commands.put("audit", AuditCommand.class);
        commands.put("erase", EraseCommand.class);
        commands.put("redrive", RedriveCommand.class);
        commands.put("reenrich", ReenrichCommand.class);
        commands.put("help", CommandLine.HelpCommand.class);
        return commands;
    }

    public static void main(String[] arguments) {
        CommandLine command = commandLine(arguments)
                .setOut(new PrintWriter(Screen.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(Screen.err(), true, StandardCharsets.UTF_8));
        System.exit(command.execute(arguments));
    }

    /** With the one command that is asked for, as setting up the others takes a third of the time to start; else with all. */
    static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new PostwireCommand());
        String asked = arguments.length == 0 ? "" : arguments[0];
        COMMANDS.forEach((name, command) -> {
            boolean wanted = name.equals(asked) || asked.equals("help") || !COMMANDS.containsKey(asked);
            if (wanted) line.addSubcommand(name, command);
        });
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof PartFailure)) {
                        throw failure;
                    }
                    command.getErr().println("postwire: " + failure.getMessage());
                    return FAILED;
                });
    }
}
