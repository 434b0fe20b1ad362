package dev.postwire.enrich.kafka;

import dev.postwire.enrich.EnrichConfig;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.platform.kafka.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A further topic and which documents it takes: those for which each kind of condition that is given holds.
 *
 * @param languages lower-case BCP 47 tags; empty for any, as are the following
 * @param tags slugs
 * @param sites lower-case hosts without www
 */
record Route(String topic, Set<String> languages, Set<String> tags, Set<String> sites) {
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

    Route {
        if (!TOPIC.matcher(topic).matches() || topic.equals(".") || topic.equals("..")) {
            throw new IllegalArgumentException("topic is not a name Kafka takes: " + topic);
        }
        if (Arrays.stream(Topic.values()).anyMatch(ours -> ours.topicName().equals(topic))) {
            throw new IllegalArgumentException("topic is one of Postwire's own: " + topic);
        }
        if (languages.isEmpty() && tags.isEmpty() && sites.isEmpty()) {
            throw new IllegalArgumentException("there is no condition; give language, tag or site");
        }
        languages = Set.copyOf(languages);
        tags = Set.copyOf(tags);
        sites = Set.copyOf(sites);
    }

    static Route of(EnrichConfig.Route config) {
        return new Route(
                config.topic(), lowerCase(config.language()), lowerCase(config.tag()), lowerCase(config.site()));
    }

    private static Set<String> lowerCase(Optional<List<String>> values) {
        return values.stream()
                .flatMap(List::stream)
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    boolean takes(EnrichedPost post) {
        return holds(languages, wanted -> isOf(post.language().code().toLowerCase(Locale.ROOT), wanted))
                && holds(tags, wanted -> post.tags().stream()
                        .anyMatch(tag -> tag.slug().equals(wanted)))
                && holds(sites, wanted -> wanted.equals(post.site()));
    }

    private static boolean holds(Set<String> wanted, Predicate<String> condition) {
        return wanted.isEmpty() || wanted.stream().anyMatch(condition);
    }

    /** Basic filtering of RFC 4647: a range takes what begins with the same subtags. */
    private static boolean isOf(String language, String range) {
        return language.equals(range) || language.startsWith(range + "-");
    }
}
