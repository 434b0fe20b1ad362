package dev.postwire.platform.kafka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Brings topics that were made by an earlier version, or by a broker on its own, up to the settings they need. What an operator set
 * himself stays, and is named in the log where it differs.
 */
public final class TopicSettings {
    private static final Logger LOGGER = Logger.getLogger(TopicSettings.class);
    private static final long CALL_SECONDS = 15;
    /** What earlier versions set themselves. */
    private static final Map<Topic, Map<String, Set<String>>> FORMER = Map.of(
            Topic.REJECTED,
            Map.of(
                    "cleanup.policy", Set.of("delete"),
                    "max.message.bytes", Set.of(String.valueOf(Topic.MAX_RECORD_BYTES))));

    private TopicSettings() {}

    /**
     * What one topic lacks.
     *
     * @param set by name, what nobody set on the topic, or an earlier version of ours did
     * @param kept by name, what somebody else set otherwise than we would
     */
    record Difference(Map<String, String> set, Map<String, String> kept) {
        static Difference of(Topic topic, Config is) {
            Map<String, String> set = new TreeMap<>();
            Map<String, String> kept = new TreeMap<>();
            topic.settings().forEach((name, wanted) -> {
                ConfigEntry entry = is.get(name);
                if (entry == null || parts(wanted).equals(parts(entry.value()))) return;
                boolean ours = entry.source() != ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG
                        || FORMER.getOrDefault(topic, Map.of())
                                .getOrDefault(name, Set.of())
                                .contains(entry.value());
                if (ours) set.put(name, wanted);
                else kept.put(name, entry.value());
            });
            return new Difference(set, kept);
        }

        /** Of a list, as that of policies, in any order. */
        private static Set<String> parts(String value) {
            return Arrays.stream(value.split(",")).map(String::trim).collect(Collectors.toSet());
        }
    }

    /** @param topics that are there; what a broker does not let us see or set, is said in the log */
    public static void bringUp(Admin admin, Collection<Topic> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (Topic topic : topics) {
            try {
                bringUp(admin, topic);
            } catch (ExecutionException e) {
                boolean refused = e.getCause() instanceof ApiException && !(e.getCause() instanceof RetriableException);
                if (!refused) throw e;
                LOGGER.warnf(
                        "settings of the topic cannot be brought up to what is needed topic=%s needed=%s cause=%s",
                        topic.topicName(), topic.settings(), e.getCause());
            }
        }
    }

    private static void bringUp(Admin admin, Topic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        Config is = admin.describeConfigs(List.of(resource))
                .all()
                .get(CALL_SECONDS, TimeUnit.SECONDS)
                .get(resource);
        Difference difference = Difference.of(topic, is);
        difference
                .kept()
                .forEach((name, value) -> LOGGER.warnf(
                        "topic is set otherwise than we would topic=%s setting=%s is=%s ours=%s",
                        topic.topicName(), name, value, topic.settings().get(name)));
        if (difference.set().isEmpty()) return;
        List<AlterConfigOp> changes = new ArrayList<>();
        difference
                .set()
                .forEach((name, value) ->
                        changes.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
        admin.incrementalAlterConfigs(Map.of(resource, changes)).all().get(CALL_SECONDS, TimeUnit.SECONDS);
        LOGGER.infof("topic brought up to date topic=%s set=%s", topic.topicName(), difference.set());
    }
}
