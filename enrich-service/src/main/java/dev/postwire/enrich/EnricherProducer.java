package dev.postwire.enrich;

import dev.postwire.enrich.vocabulary.Vocabulary;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the pure enricher known to the parts around it. */
final class EnricherProducer {
    /** @throws dev.postwire.enrich.vocabulary.VocabularyException that names what cannot be read */
    @Produces
    @Singleton
    Vocabulary vocabulary(EnrichConfig config) {
        return Vocabulary.of(config.vocabulary().folder().stream().toList());
    }

    @Produces
    @Singleton
    Enricher enricher() {
        return new Enricher();
    }
}
