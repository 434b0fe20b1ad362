package dev.postwire.enrich;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the pure enricher known to the parts around it. */
final class EnricherProducer {
    @Produces
    @Singleton
    Enricher enricher() {
        return new Enricher();
    }
}
