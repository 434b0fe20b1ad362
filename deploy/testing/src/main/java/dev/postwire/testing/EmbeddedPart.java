package dev.postwire.testing;

import dev.postwire.local.part.Part;
import dev.postwire.local.part.PartProcess;
import java.time.Duration;
import java.util.function.Supplier;

/** A part of deploy/local in a folder of this JVM, on a free port. */
final class EmbeddedPart implements SharedPart {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Part part;
    private final TestFolder folder;
    private final Supplier<String> password;
    private PartProcess running;

    EmbeddedPart(Part part, TestFolder folder, Supplier<String> password) {
        this.part = part;
        this.folder = folder;
        this.password = password;
        start();
    }

    @Override
    public String getAddress() {
        return "127.0.0.1:" + part.port();
    }

    @Override
    public String getUsername() {
        return "postwire";
    }

    @Override
    public String getPassword() {
        return password.get();
    }

    @Override
    public synchronized void start() {
        if (running == null || !running.isAlive()) {
            running = PartProcess.start(part);
            folder.own(running.id());
            running.awaitReady(PATIENCE);
        }
    }

    @Override
    public synchronized void stop() {
        running.stop();
    }

    @Override
    public synchronized void kill() {
        running.kill();
    }
}
