package dev.postwire.local.postgres;

import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. Where we are root it is run in a user namespace of its own, in which it is nobody
 * in particular while its files stay root's.
 */
final class Runner {
    private Runner() {}

    /** What to put before a command of PostgreSQL; each replaces itself by the command, so the process id stays. */
    static List<String> prefix() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        String unshare = Tools.find("unshare").map(Path::toString).orElse("unshare");
        if (!works(List.of(unshare, "--user", "true"))) {
            throw new PartFailure("PostgreSQL does not run as root, and `unshare --user` is not to be had here:"
                    + " run this as an ordinary user");
        }
        return List.of(unshare, "--user");
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
