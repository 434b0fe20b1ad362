package dev.postwire.local.command;

import dev.postwire.local.call.Screen;
import dev.postwire.local.part.Lib;
import dev.postwire.local.part.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of this module, run on this terminal in a process whose memory is its own. Ends before this one does: Ctrl-C reaches both,
 * and whoever ends this one alone ends the other.
 */
record Program(Class<?> main, List<String> jvm) {
    private static final long STOP_SECONDS = 10;

    /** Runs it to its end and gives its exit status. */
    int run(List<String> arguments, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Tools.java());
        command.addAll(jvm);
        command.add("-D" + Screen.PROPERTY + "=" + System.getProperty(Screen.PROPERTY, ""));
        command.addAll(
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp", Lib.classPath(), main.getName()));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().putAll(environment);
        Process child = process.start();
        Thread last = new Thread(() -> end(child));
        Runtime.getRuntime().addShutdownHook(last);
        int status = child.waitFor();
        forget(last);
        return status;
    }

    private static void end(Process child) {
        child.destroy();
        try {
            if (!child.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) child.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // we are going down already: it runs, and finds nothing to end
        }
    }
}
