package dev.postwire.testing;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import dev.postwire.local.part.FreePorts;
import dev.postwire.local.part.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A container whose port on this machine is fixed, so that it keeps its address when it is started again. */
final class ContainerPart implements SharedPart {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(100);
    private static final String PASSWORD = "postwire";

    private final GenericContainer<?> container;
    private final int port;
    private final IntFunction<Health> probe;

    private ContainerPart(
            String image, int inside, IntFunction<Map<String, String>> environment, IntFunction<Health> probe) {
        this.port = FreePorts.free(image).number();
        this.probe = probe;
        this.container = new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(inside)
                .withEnv(environment.apply(port))
                .withCreateContainerCmdModifier(create -> create.getHostConfig()
                        .withPortBindings(
                                new PortBinding(Binding.bindIpAndPort("127.0.0.1", port), new ExposedPort(inside))));
        container.start();
        awaitReady();
    }

    static ContainerPart broker(IntFunction<Health> probe) {
        return new ContainerPart("apache/kafka:4.1.1", 9092, ContainerPart::brokerEnvironment, probe);
    }

    static ContainerPart database(IntFunction<Health> probe) {
        Map<String, String> environment = Map.of(
                "POSTGRES_USER", "postwire",
                "POSTGRES_PASSWORD", PASSWORD,
                "POSTGRES_DB", "postwire",
                "POSTGRES_INITDB_ARGS",
                        "--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8");
        return new ContainerPart("postgres:18", 5432, port -> environment, probe);
    }

    private static Map<String, String> brokerEnvironment(int port) {
        return Map.ofEntries(
                Map.entry("KAFKA_NODE_ID", "1"),
                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry("KAFKA_LISTENERS", "PLAINTEXT://0.0.0.0:9092,CONTROLLER://127.0.0.1:9093"),
                Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@127.0.0.1:9093"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4"),
                Map.entry("KAFKA_BROKER_SESSION_TIMEOUT_MS", "3000"),
                Map.entry("KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "500"),
                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(PATIENCE);
        Health health = probe.apply(port);
        while (!health.ready()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(container.getDockerImageName() + " is not ready: " + health.detail());
            }
            LockSupport.parkNanos(PROBE_INTERVAL.toNanos());
            health = probe.apply(port);
        }
    }

    @Override
    public String getAddress() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String getUsername() {
        return "postwire";
    }

    @Override
    public String getPassword() {
        return PASSWORD;
    }

    @Override
    public void start() {
        if (!container.isRunning()) {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
            awaitReady();
        }
    }

    @Override
    public void stop() {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }
}
