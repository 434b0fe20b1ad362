package dev.postwire.local.supervise;

import dev.postwire.local.part.Health;
import dev.postwire.local.part.Launch;
import dev.postwire.local.part.Part;
import dev.postwire.local.part.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A part that is a shell command; its health is what the test says. */
final class FakePart implements Part {
    private final String name;
    private final String script;
    private final Path log;
    volatile Health health = Health.up();

    FakePart(String name, String script, Path folder) {
        this.name = name;
        this.script = script;
        this.log = folder.resolve(name + ".log");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port(name, 1));
    }

    @Override
    public void prepare() {
        // needs nothing
    }

    @Override
    public Launch launch() {
        return new Launch(List.of("sh", "-c", script), Map.of(), log);
    }

    @Override
    public Health probe() {
        return health;
    }
}
