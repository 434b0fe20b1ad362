package dev.postwire.enrich.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.platform.kafka.Topic;
import dev.postwire.platform.kafka.TopicSettings;
import dev.postwire.platform.kafka.TopicsAtStart;
import dev.postwire.testing.Broker;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics of an earlier version, on a real broker. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class TopicSettingsIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    TopicsAtStart topics;

    private Admin admin;

    @BeforeEach
    void connect() throws Exception {
        topics.await();
        admin = Admin.create(Map.of("bootstrap.servers", Broker.shared().bootstrapServers()));
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void bringsTopicsUpAndKeepsWhatAnOperatorSet() throws Exception {
        String ledger = setting(Topic.LEDGER, "min.compaction.lag.ms");
        change(Topic.RAW, "delete.retention.ms", "", OpType.DELETE);
        change(Topic.REJECTED, "cleanup.policy", "delete", OpType.SET);
        change(Topic.LEDGER, "min.compaction.lag.ms", "1", OpType.SET);
        await().atMost(SOON)
                .until(() -> setting(Topic.RAW, "delete.retention.ms").equals("86400000"));

        TopicSettings.bringUp(admin, List.of(Topic.RAW, Topic.REJECTED, Topic.LEDGER));

        await().atMost(SOON)
                .until(() -> setting(Topic.RAW, "delete.retention.ms").equals("2592000000"));
        await().atMost(SOON)
                .until(() -> setting(Topic.REJECTED, "cleanup.policy").equals("compact,delete"));
        assertEquals("1", setting(Topic.LEDGER, "min.compaction.lag.ms"));
        change(Topic.LEDGER, "min.compaction.lag.ms", ledger, OpType.SET);
    }

    private String setting(Topic topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        return admin.describeConfigs(List.of(resource))
                .all()
                .get(30, TimeUnit.SECONDS)
                .get(resource)
                .get(name)
                .value();
    }

    private void change(Topic topic, String name, String value, OpType how) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(name, value), how);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get(30, TimeUnit.SECONDS);
    }
}
