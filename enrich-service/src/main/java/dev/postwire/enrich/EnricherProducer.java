package dev.postwire.enrich;

import dev.postwire.enrich.extract.Extractor;
import dev.postwire.enrich.learn.CurrentModel;
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
    CurrentModel model() {
        return new CurrentModel();
    }

    @Produces
    @Singleton
    Enricher enricher(Vocabulary vocabulary, CurrentModel model) {
        return new Enricher(new Extractor(), new Knowledge(vocabulary, model));
    }
}
