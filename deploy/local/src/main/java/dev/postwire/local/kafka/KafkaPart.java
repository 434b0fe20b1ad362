package dev.postwire.local.kafka;

import dev.postwire.local.part.Health;
import dev.postwire.local.part.Launch;
import dev.postwire.local.part.Lib;
import dev.postwire.local.part.Part;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.Port;
import dev.postwire.local.part.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Kafka broker on 127.0.0.1, KRaft, one node. Topics are not created by use. As any broker with one replica it
 * answers {@code acks=all} when the record is with the operating system: it survives a crash of the broker, not a loss
 * of power.
 */
public final class KafkaPart implements Part {
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true");
    private static final List<String> LOGGING = List.of(
            "-Dlog4j2.StatusLogger.level=OFF", // Kafka asks Log4j whether it is there
            "-Dorg.slf4j.simpleLogger.logFile=System.out",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
            "-Dorg.slf4j.simpleLogger.log.kafka.log.LogManager=info");

    private final Path folder;
    private final Path log;
    private final Port port;
    private final Port controllerPort;
    private final List<Listener> doors;

    /**
     * @param folder where its data lasts
     * @param log appended to by the broker
     */
    public KafkaPart(Path folder, Path log, Port port, Port controllerPort) {
        this(folder, log, port, controllerPort, List.of());
    }

    /** With more doors than the one that others talk to first. */
    public KafkaPart(Path folder, Path log, Port port, Port controllerPort, List<Listener> doors) {
        this.folder = folder.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.doors = List.copyOf(doors);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Port> ports() {
        return List.of(port, controllerPort);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path properties() {
        return folder.resolve("server.properties");
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(data());
            Files.writeString(
                    properties(), BrokerProperties.render(port.number(), controllerPort.number(), doors, data()));
        } catch (IOException e) {
            throw new PartFailure("Kafka's folder " + folder + " cannot be prepared: " + e, e);
        }
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>();
        command.add(Tools.java());
        command.addAll(JVM);
        command.addAll(LOGGING);
        command.addAll(List.of("-cp", Lib.classPath(), BrokerMain.class.getName()));
        command.addAll(List.of(properties().toString(), data().toString()));
        return new Launch(command, Map.of("MALLOC_ARENA_MAX", "2"), log);
    }

    @Override
    public Health probe() {
        return KafkaProbe.probe(port.number());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port.number();
    }
}
