package dev.postwire.endtoend.fault;

import dev.postwire.local.kafka.KafkaPart;
import dev.postwire.local.kafka.Listener;
import dev.postwire.local.part.FreePorts;
import dev.postwire.local.part.Part;
import dev.postwire.local.part.Port;
import dev.postwire.local.part.ProcessId;
import dev.postwire.local.postgres.PostgresPart;
import dev.postwire.local.service.ServicePart;
import dev.postwire.local.stand.StandState.PartState;
import dev.postwire.local.stand.StateFile;
import dev.postwire.local.supervise.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL, a broker and two instances of each service, kept by the local stand's own supervisor. Every pair that talks does so
 * through a link of its own: for each instance the broker has a door whose advertised address is that instance's link, since a
 * client goes where the broker's metadata sends it and not where it first called.
 */
final class FaultStand implements AutoCloseable {
    static final List<String> SERVICES = List.of("ingest-1", "ingest-2", "enrich-1", "enrich-2", "query-1", "query-2");
    static final List<String> STORES = List.of("kafka", "postgres");
    static final List<String> LINKS = List.of(
            "publisher>ingest-1",
            "publisher>ingest-2",
            "ingest-1>kafka",
            "ingest-2>kafka",
            "enrich-1>kafka",
            "enrich-2>kafka",
            "query-1>kafka",
            "query-2>kafka",
            "query-1>postgres",
            "query-2>postgres");

    private static final Duration START = Duration.ofSeconds(180);
    private static final int BROKER_VOLUME = Integer.getInteger("postwire.faults.broker-megabytes", 1_500);
    private static final int DATABASE_VOLUME = Integer.getInteger("postwire.faults.database-megabytes", 2_000);
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx320m",
            "-Xss512k",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true");

    private final Path root;
    private final Path folder;
    private final Map<String, Port> ports = new HashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, Volume> volumes = new HashMap<>();
    private final Optional<Clocks> clocks;
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private final Supervisor supervisor;

    FaultStand(Path root, Path folder, Plan plan) throws IOException, InterruptedException {
        this.root = root;
        this.folder = folder;
        clocks = plan.jumps() > 0 ? Clocks.in(folder.resolve("clocks")) : Optional.empty();
        if (plan.fullDisks() > 0) {
            volume("kafka", BROKER_VOLUME);
            volume("postgres", DATABASE_VOLUME);
        }
        Stream.concat(parts().stream(), LINKS.stream()).forEach(name -> ports.put(name, free(name)));
        postgres = new PostgresPart(folder.resolve("postgres/of"), log("postgres"), port("postgres"));
        kafka = new KafkaPart(
                folder.resolve("kafka/of"), log("kafka"), port("kafka"), free("kafka-controller"), doors());
        List<Part> services = new ArrayList<>();
        for (String name : SERVICES) services.add(service(name));
        supervisor = new Supervisor(
                List.of(services, List.of(kafka), List.of(postgres)),
                new StateFile(folder.resolve("state.json")),
                Map.of(),
                line -> System.out.println("supervisor: " + line));
    }

    static List<String> parts() {
        return Stream.concat(SERVICES.stream(), STORES.stream()).toList();
    }

    private void volume(String part, int megabytes) throws IOException, InterruptedException {
        Volume.mount(folder.resolve(part), megabytes).ifPresent(volume -> volumes.put(part, volume));
    }

    private Port free(String name) {
        while (true) {
            Port port = FreePorts.free(name);
            if (ports.values().stream().noneMatch(other -> other.number() == port.number())) return port;
        }
    }

    private Port port(String name) {
        return ports.get(name);
    }

    private Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    /** One for each instance, besides the one by which this test looks on. */
    private List<Listener> doors() {
        List<Listener> doors = new ArrayList<>();
        for (String service : SERVICES) {
            Port door = free(service + "-door");
            ports.put(service + "-door", door);
            String name = service.replace("-", "").toUpperCase(Locale.ROOT);
            doors.add(new Listener(name, door, port(service + ">kafka").number()));
        }
        return doors;
    }

    private Part service(String name) throws IOException {
        String service = name.substring(0, name.indexOf('-'));
        Path jar = root.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "kafka.bootstrap.servers", "127.0.0.1:" + port(name + ">kafka").number());
        settings.put("postwire.kafka.instance", name);
        if (clocks.isPresent()) settings.putAll(clocks.get().environment(name));
        if (service.equals("query")) {
            int database = port(name + ">postgres").number();
            settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:" + database + "/postwire");
            settings.put("quarkus.datasource.username", postgres.user());
            settings.put("quarkus.datasource.password", postgres.password());
            settings.put(
                    "postwire.index.folder", folder.resolve(name + "-index").toString());
        }
        return new ServicePart(new ServicePart.Program(name, jar, JVM), log(name), port(name), () -> settings);
    }

    void up() throws IOException {
        for (String name : LINKS) {
            String target = name.substring(name.indexOf('>') + 1);
            String caller = name.substring(0, name.indexOf('>'));
            Port to = target.equals("kafka") ? port(caller + "-door") : port(target);
            links.put(name, new Link(name, port(name).number(), to.number()));
        }
        supervisor.start();
        if (!supervisor.awaitHealthy(START)) throw new IllegalStateException("the stand did not come up");
    }

    Link link(String name) {
        return links.get(name);
    }

    Optional<Clocks> clocks() {
        return clocks;
    }

    Optional<Volume> volume(String part) {
        return Optional.ofNullable(volumes.get(part));
    }

    Optional<ProcessHandle> process(String part) {
        return supervisor.state().parts().stream()
                .filter(state -> state.name().equals(part))
                .findFirst()
                .flatMap(PartState::process)
                .flatMap(ProcessId::find);
    }

    boolean healthy() {
        return supervisor.state().parts().stream().allMatch(PartState::healthy);
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    PostgresPart postgres() {
        return postgres;
    }

    /** Where publishers reach that instance: its link. */
    String ingest(int instance) {
        return "http://127.0.0.1:" + port("publisher>ingest-" + instance).number();
    }

    String query(int instance) {
        return "http://127.0.0.1:" + port("query-" + instance).number();
    }

    @Override
    public void close() throws IOException {
        for (Link link : links.values()) link.flow();
        supervisor.stop();
        for (Link link : links.values()) link.close();
        for (Volume volume : volumes.values()) volume.close();
    }
}
