package dev.postwire.enrich.kafka.model;

import dev.postwire.enrich.kafka.model.EnrichedExamples.Extent;
import dev.postwire.enrich.kafka.model.ModelTopic.Published;
import dev.postwire.enrich.learn.TagModel;
import dev.postwire.enrich.learn.Trainer;
import dev.postwire.enrich.learn.UnreadableModelException;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jboss.logging.Logger;

/**
 * One run of the command {@code learn}: reads the documents that are new since the model that stands, learns, and publishes the
 * new model in one transaction. A later run fences an earlier one that is still under way, so the last one started wins.
 */
final class Learning {
    private static final Logger LOGGER = Logger.getLogger(Learning.class);
    /** What was erased longer ago may have left the topic without a trace, so nothing tells an older model to forget it. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(Topic.ERASURES_KEPT_DAYS - 1);

    private final KafkaClients clients;
    private final LongConsumer progress;

    /** @param progress hears how many records were read, after each */
    Learning(KafkaClients clients, LongConsumer progress) {
        this.clients = clients;
        this.progress = progress;
    }

    /**
     * What was done.
     *
     * @param records of the enriched topic that were read
     * @param anew whether it began from nothing rather than from the model that stood
     * @param published false where nothing was new
     */
    record Done(TagModel model, long records, boolean anew, boolean published) {}

    /** @param full from nothing, whatever stands */
    Done run(boolean full) throws IOException {
        try (KafkaProducer<String, byte[]> producer = clients.transactionalProducer("learn")) {
            producer.initTransactions();
            Published old = ModelTopic.read(clients);
            EnrichedExamples examples = new EnrichedExamples(clients);
            Extent extent = examples.extent();
            Optional<Base> base = full ? Optional.empty() : base(old, extent);
            Trainer trainer = base.map(b -> Trainer.from(b.model())).orElseGet(Trainer::new);
            Map<Integer, Long> from = base.map(Base::read).orElse(Map.of());
            long records = feed(trainer, examples, from, extent);
            if (records == 0 && base.isPresent()) return new Done(base.get().model(), 0, false, false);
            TagModel model = trainer.train();
            producer.beginTransaction();
            // A failed send fails the commit, which is where it is seen.
            ModelTopic.replace(old, model, extent.ends()).forEach(producer::send);
            producer.commitTransaction();
            return new Done(model, records, base.isEmpty(), true);
        }
    }

    /** What one can go on from. */
    private record Base(TagModel model, Map<Integer, Long> read) {}

    /** None where nothing stands or only what is too old, where the topic was made anew since, or where what stands is not of this
     * version. */
    private static Optional<Base> base(Published old, Extent extent) {
        try {
            Optional<Manifest> manifest =
                    old.readManifest().filter(m -> extent.continues(m.read())).filter(m -> isRecent(m, Instant.now()));
            if (manifest.isEmpty()) return Optional.empty();
            return Optional.of(new Base(old.readModel(), manifest.get().read()));
        } catch (UnreadableModelException e) {
            LOGGER.warnf("the model that stands cannot be gone on from, learning anew cause=%s", e.getMessage());
            return Optional.empty();
        }
    }

    static boolean isRecent(Manifest manifest, Instant now) {
        return Instant.parse(manifest.learnedAt()).isAfter(now.minus(LONGEST_PAUSE));
    }

    private long feed(Trainer trainer, EnrichedExamples examples, Map<Integer, Long> from, Extent extent)
            throws IOException {
        long[] count = {0};
        examples.read(from, extent, (id, document) -> {
            if (document == null) trainer.remove(id);
            else trainer.add(document.example());
            progress.accept(++count[0]);
        });
        return count[0];
    }
}
