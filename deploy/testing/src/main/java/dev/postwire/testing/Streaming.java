package dev.postwire.testing;

import dev.postwire.local.part.Health;
import dev.postwire.local.part.Launch;
import dev.postwire.local.part.Part;
import dev.postwire.local.part.Port;
import dev.postwire.local.part.Signal;
import dev.postwire.local.postgres.PostgresPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The stand's PostgreSQL with a log that a replica can follow; a replica must be set as its primary is. */
record Streaming(PostgresPart part) implements Part {
    /** Of a setting given twice, PostgreSQL takes the later. */
    private static final List<String> SETTINGS = List.of("-c", "wal_level=replica", "-c", "max_wal_senders=4");

    @Override
    public String name() {
        return part.name();
    }

    @Override
    public List<Port> ports() {
        return part.ports();
    }

    @Override
    public void prepare() {
        part.prepare();
    }

    @Override
    public Launch launch() {
        Launch launch = part.launch();
        List<String> command = new ArrayList<>(launch.command());
        command.addAll(SETTINGS);
        return new Launch(command, launch.environment(), launch.log());
    }

    @Override
    public Health probe() {
        return part.probe();
    }

    @Override
    public Signal stopSignal() {
        return part.stopSignal();
    }

    @Override
    public Duration stopDeadline() {
        return part.stopDeadline();
    }
}
