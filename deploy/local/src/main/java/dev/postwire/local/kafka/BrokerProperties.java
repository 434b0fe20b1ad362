package dev.postwire.local.kafka;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The broker's server.properties: one node that is broker and controller, on 127.0.0.1 only. */
final class BrokerProperties {
    private static final int INTERNAL_SEGMENT_BYTES = 1024 * 1024;

    private BrokerProperties() {}

    static String render(int port, int controllerPort, List<Listener> doors, Path data) {
        Map<String, Object> properties = new LinkedHashMap<>();
        node(properties, controllerPort, data);
        listeners(properties, port, controllerPort, doors);
        internalTopics(properties);
        small(properties);
        quickAfterKill(properties);
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static void listeners(Map<String, Object> properties, int port, int controllerPort, List<Listener> doors) {
        StringJoiner listeners = new StringJoiner(",");
        StringJoiner advertised = new StringJoiner(",");
        StringJoiner protocols = new StringJoiner(",");
        listeners.add("PLAINTEXT://127.0.0.1:" + port).add("CONTROLLER://127.0.0.1:" + controllerPort);
        advertised.add("PLAINTEXT://127.0.0.1:" + port);
        protocols.add("PLAINTEXT:PLAINTEXT").add("CONTROLLER:PLAINTEXT");
        for (Listener door : doors) {
            listeners.add(door.name() + "://127.0.0.1:" + door.port().number());
            advertised.add(door.name() + "://127.0.0.1:" + door.advertised());
            protocols.add(door.name() + ":PLAINTEXT");
        }
        properties.put("listeners", listeners);
        properties.put("advertised.listeners", advertised);
        properties.put("listener.security.protocol.map", protocols);
    }

    private static void node(Map<String, Object> properties, int controllerPort, Path data) {
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", 1);
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("log.dirs", data);
        properties.put("auto.create.topics.enable", false);
        properties.put("group.initial.rebalance.delay.ms", 0);
        properties.put("log.cleaner.enable", true);
        properties.put("log.cleaner.backoff.ms", 3_000); // an erasure waits for the cleaner, which sleeps so long
    }

    private static void internalTopics(Map<String, Object> properties) {
        properties.put("default.replication.factor", 1);
        properties.put("min.insync.replicas", 1);
        properties.put("offsets.topic.num.partitions", 4);
        properties.put("offsets.topic.replication.factor", 1);
        // Closed segments are compacted to almost nothing, so that after a kill a coordinator is loaded in no time. A
        // load that
        // takes seconds can be overtaken by the partition's next election, whose coordinator Kafka 4.1.1 then believes
        // loaded
        // when the first load ends: it answers the group with "not coordinator" until the broker is restarted.
        properties.put("offsets.topic.segment.bytes", INTERNAL_SEGMENT_BYTES);
        properties.put("transaction.state.log.num.partitions", 4);
        properties.put("transaction.state.log.replication.factor", 1);
        properties.put("transaction.state.log.segment.bytes", INTERNAL_SEGMENT_BYTES); // as above
        properties.put("transaction.state.log.min.isr", 1);
        properties.put("share.coordinator.state.topic.num.partitions", 1);
        properties.put("share.coordinator.state.topic.replication.factor", 1);
        properties.put("share.coordinator.state.topic.min.isr", 1);
    }

    private static void small(Map<String, Object> properties) {
        properties.put("num.network.threads", 2);
        properties.put("num.io.threads", 4);
        properties.put("background.threads", 2);
        properties.put("log.cleaner.dedupe.buffer.size", 16 * 1024 * 1024); // of the heap; 128 MiB unless told
        properties.put("log.index.size.max.bytes", 1024 * 1024);
        properties.put("metric.reporters", "");
    }

    private static void quickAfterKill(Map<String, Object> properties) {
        // A killed broker's open segments are read through at the next start, so they are kept short.
        properties.put("log.segment.bytes", 64 * 1024 * 1024);
        properties.put("num.recovery.threads.per.data.dir", 2);
        // Until the dead one's session runs out its successor is turned away.
        properties.put("broker.session.timeout.ms", 3_000);
        properties.put("broker.heartbeat.interval.ms", 500);
        // What a killed writer left open is looked for this often; until it is ended nobody reads what is behind it.
        properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", 1_000);
    }
}
