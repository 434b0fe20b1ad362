package dev.postwire.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Issues, lists and revokes the keys that callers of the services name. Needs the stand's broker and nothing else of it. */
@Command(
        name = "key",
        description = {
            "Issues, lists and revokes keys. A caller names one as Authorization: Bearer pw_…",
            "A new key is shown once and stored as a hash; a revoked one ends at every service within about a second."
        },
        mixinStandardHelpOptions = true,
        subcommands = {KeyCommand.Issue.class, KeyCommand.Inventory.class, KeyCommand.Revoke.class},
        synopsisSubcommandLabel = "(issue | list | revoke)")
final class KeyCommand implements Runnable {
    private static final String PROGRAM = "dev.postwire.platform.security.KeyProgram";
    private static final List<String> MEMORY = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: issue, list or revoke");
    }

    /** A new key. */
    @Command(name = "issue", description = "Issues a key and shows it, once.", mixinStandardHelpOptions = true)
    static final class Issue implements Callable<Integer> {
        @Mixin
        private StandOptions stand;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description =
                        "publisher (posts, previews), reader (the read API), operator (everything); may be repeated")
        private List<String> roles;

        @Option(
                names = "--namespace",
                paramLabel = "PREFIX",
                description = "for a publisher: what its ids begin with, e.g. blog. ('*': it may write any id)")
        private String namespace;

        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "whose it is; keys of one name are one caller (default: the key's id)")
        private String name;

        @Option(
                names = "--expires",
                paramLabel = "TIME",
                description = "e.g. 90d, 12h (default: it lasts until revoked)")
        private String expires;

        @Override
        public Integer call() throws IOException, InterruptedException {
            List<String> arguments = new ArrayList<>(List.of("issue"));
            roles.forEach(role -> arguments.addAll(List.of("--role", role)));
            if (namespace != null) arguments.addAll(List.of("--namespace", namespace));
            if (name != null) arguments.addAll(List.of("--name", name));
            if (expires != null) arguments.addAll(List.of("--expires", expires));
            return run(stand, arguments);
        }
    }

    /** What keys there are. */
    @Command(
            name = "list",
            description = "Lists all keys, those that ended too; never their secrets.",
            mixinStandardHelpOptions = true)
    static final class Inventory implements Callable<Integer> {
        @Mixin
        private StandOptions stand;

        @Override
        public Integer call() throws IOException, InterruptedException {
            return run(stand, List.of("list"));
        }
    }

    /** The end of a key. */
    @Command(name = "revoke", description = "Ends a key for good.", mixinStandardHelpOptions = true)
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private StandOptions stand;

        @Parameters(
                paramLabel = "ID",
                description = "the key's id, as list shows it: what stands between pw_ and the next _")
        private String id;

        @Override
        public Integer call() throws IOException, InterruptedException {
            return run(stand, List.of("revoke", id));
        }
    }

    private static int run(StandOptions stand, List<String> arguments) throws IOException, InterruptedException {
        return new Job("ingest", PROGRAM, MEMORY).run(stand, arguments) == 0 ? 0 : PostwireCommand.FAILED;
    }
}
