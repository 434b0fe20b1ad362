package dev.postwire.enrich.kafka;

import dev.postwire.enrich.EnrichConfig;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.platform.kafka.FurtherTopics;
import dev.postwire.platform.kafka.Topic;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the routes get of a document, to be written in its transaction: the same record where the route takes it; where it does not,
 * and another version was published before, a tombstone, whether the route had that version or not: so nothing need be remembered,
 * and a route whose condition was changed gets right as posts are enriched anew.
 */
@Singleton
class Routes implements FurtherTopics {
    private final List<Route> routes;

    /** @throws IllegalArgumentException that names the route that cannot be */
    @Inject
    Routes(EnrichConfig config) {
        this(read(config));
    }

    Routes(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    private static List<Route> read(EnrichConfig config) {
        List<Route> routes = new ArrayList<>();
        Set<String> topics = new HashSet<>();
        new TreeMap<>(config.routes()).forEach((name, route) -> {
            try {
                routes.add(Route.of(route));
                if (!topics.add(route.topic())) {
                    throw new IllegalArgumentException("another route has the topic " + route.topic());
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("postwire.enrich.routes." + name + ": " + e.getMessage(), e);
            }
        });
        return routes;
    }

    @Override
    public Map<String, Topic> likes() {
        Map<String, Topic> likes = new HashMap<>();
        routes.forEach(route -> likes.put(route.topic(), Topic.ENRICHED));
        return likes;
    }

    boolean isRoute(String topic) {
        return routes.stream().anyMatch(route -> route.topic().equals(topic));
    }

    /**
     * @param main the document's record on the main topic
     * @param replaces whether another version was published before
     */
    List<ProducerRecord<String, byte[]>> of(
            ConsumerRecord<String, byte[]> raw,
            EnrichedPost post,
            ProducerRecord<String, byte[]> main,
            boolean replaces) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (Route route : routes) {
            if (route.takes(post)) records.add(on(route, main));
            else if (replaces) records.add(on(route, Results.leftRoute(raw)));
        }
        return records;
    }

    /** @param main the tombstone on the main topic */
    List<ProducerRecord<String, byte[]>> erased(ProducerRecord<String, byte[]> main) {
        return routes.stream().map(route -> on(route, main)).toList();
    }

    private static ProducerRecord<String, byte[]> on(Route route, ProducerRecord<String, byte[]> main) {
        return new ProducerRecord<>(route.topic(), main.partition(), main.key(), main.value(), main.headers());
    }
}
