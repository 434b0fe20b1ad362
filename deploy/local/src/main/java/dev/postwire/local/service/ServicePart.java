package dev.postwire.local.service;

import dev.postwire.local.part.Health;
import dev.postwire.local.part.Launch;
import dev.postwire.local.part.Part;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.Port;
import dev.postwire.local.part.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One of the services: a Quarkus application in its fast-jar form. It waits by itself for the broker and the database. */
public final class ServicePart implements Part {
    private final String name;
    private final Path jar;
    private final Path log;
    private final Port port;
    private final List<String> jvm;
    private final Supplier<Map<String, String>> properties;

    /**
     * @param program its name, its {@code quarkus-run.jar} and the options of its JVM
     * @param properties configuration handed over beside address and port; asked for at each start. Passed in the
     *     environment, since every user of the machine can read a command line
     */
    public ServicePart(Program program, Path log, Port port, Supplier<Map<String, String>> properties) {
        this.name = program.name();
        this.jar = program.jar().toAbsolutePath();
        this.jvm = program.jvm();
        this.log = log.toAbsolutePath();
        this.port = port;
        this.properties = properties;
    }

    /** What runs. */
    public record Program(String name, Path jar, List<String> jvm) {
        public Program {
            jvm = List.copyOf(jvm);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Port> ports() {
        return List.of(port);
    }

    @Override
    public void prepare() {
        if (!Files.exists(jar)) {
            throw new PartFailure(name + " is not built (" + jar + " is missing): run mvn -Dquick package");
        }
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>();
        command.add(Tools.java());
        command.addAll(jvm);
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port.number());
        command.addAll(List.of("-jar", jar.toString()));
        Map<String, String> environment = new java.util.HashMap<>(Map.of("MALLOC_ARENA_MAX", "2"));
        properties.get().forEach((key, value) -> environment.put(environmentName(key), value));
        return new Launch(command, environment, log);
    }

    /** As MicroProfile Config maps a key to a variable. */
    private static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public Health probe() {
        return ServiceProbe.probe(port.number());
    }
}
