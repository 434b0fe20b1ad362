package dev.postwire.enrich;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
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

    /** The controlled vocabularies that tags and entities are found by. */
    interface Vocabulary {
        /** A folder of SKOS vocabularies ({@code *.ttl}) that come before the built-in one; a start without it fails. */
        Optional<Path> folder();
    }
}
