package dev.postwire.enrich;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What an operator may set of the enrich service. */
@ConfigMapping(prefix = "postwire.enrich")
public interface EnrichConfig {
    /** Workers in this instance, each with partitions of its own; as many as there are processors where it is not set. */
    OptionalInt workers();

    /** Records a worker takes in one transaction at the most. Each may have a megabyte, so more also takes more memory. */
    @WithDefault("50")
    int batch();

    /** Largest body a preview takes; more than the intake takes, so that a page too large for it can be looked into. */
    @WithDefault("4M")
    MemorySize maxPreviewSize();

    Vocabulary vocabulary();

    /** By name, further topics that take the documents of a language, tag or site. */
    Map<String, Route> routes();

    /** A topic like that of the enriched documents, for some of them. Each kind of condition that is given must hold. */
    interface Route {
        /** Created at start if it is missing, e.g. {@code posts.enriched.de.v1}. */
        String topic();

        /** Any of these BCP 47 tags; {@code de} takes {@code de-AT} as well. */
        Optional<List<String>> language();

        /** Any of these slugs. */
        Optional<List<String>> tag();

        /** Any of these hosts, without www. */
        Optional<List<String>> site();
    }

    /** The controlled vocabularies that tags and entities are found by. */
    interface Vocabulary {
        /** A folder of SKOS vocabularies ({@code *.ttl}) that come before the built-in one; a start without it fails. */
        Optional<Path> folder();
    }
}
