package dev.postwire.enrich;

import dev.postwire.enrich.extract.Extractor;
import dev.postwire.enrich.learn.CurrentModel;
import dev.postwire.enrich.vocabulary.Vocabulary;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the pure enricher known to the parts around it. */
final class EnricherProducer {
    @Produces
    @Singleton
    CurrentModel model() {
        return new CurrentModel();
    }

    @Produces
    @Singleton
    Enricher enricher(CurrentModel model) {
        return new Enricher(new Extractor(), new Knowledge(Vocabulary.builtIn(), model));
    }
}
