package dev.postwire.local.part;

import java.io.IOException;

/** The signals that ask a process to stop. */
public enum Signal {
    /** For PostgreSQL: end the sessions, write a checkpoint, leave. */
    INT,
    /** What a JVM runs its shutdown hooks on. */
    TERM;

    public void send(ProcessHandle process) {
        if (this == TERM) {
            process.destroy();
            return;
        }
        try {
            // Java itself can send TERM and KILL only
            new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
