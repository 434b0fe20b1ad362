package dev.postwire.enrich;

import dev.postwire.enrich.entity.EntityFinder;
import dev.postwire.enrich.entity.FoundEntities;
import dev.postwire.enrich.language.LanguageStep;
import dev.postwire.enrich.learn.Subject;
import dev.postwire.enrich.learn.TagModel;
import dev.postwire.enrich.metadata.Metadata;
import dev.postwire.enrich.post.EnrichedPost.EnricherVersion;
import dev.postwire.enrich.post.EnrichedPost.Language;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import dev.postwire.enrich.post.Trace;
import dev.postwire.enrich.post.Warning;
import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.tag.Acquaintance;
import dev.postwire.enrich.tag.AuthorTags;
import dev.postwire.enrich.tag.ColdTagger;
import dev.postwire.enrich.tag.Tagging;
import dev.postwire.enrich.vocabulary.Mention;
import dev.postwire.enrich.word.PostWords;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps language, tag and entities: each says what it found and why. Thread-safe. */
final class Annotator {
    /** A longer text says by itself in which language it is. */
    private static final int SHORT_CHARS = 500;

    private final Knowledge knowledge;
    private final LanguageStep languages = new LanguageStep();
    private final AuthorTags authorTags;
    private final ColdTagger coldTagger;
    private final EntityFinder entities;

    Annotator(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.authorTags = new AuthorTags(knowledge.vocabulary());
        this.coldTagger = new ColdTagger(knowledge.vocabulary());
        this.entities = new EntityFinder(knowledge.vocabulary());
    }

    /** Adds to the warnings where author and text differ. */
    Annotations annotate(Rendering content, Metadata metadata, List<Warning> warnings, Trace trace) {
        Language language = trace.step(
                "language",
                () -> languages.decide(
                        said(content.text(), metadata.title()), content.codeBlocks(), metadata.language(), warnings),
                l -> Map.of("code", l.code(), "from", l.from(), "confidence", l.confidence()));
        // One model for the whole post, whatever is published meanwhile.
        TagModel learned = knowledge.model().get();
        PostWords words = PostWords.of(metadata.site(), language.code(), metadata.title(), content);
        List<Mention> mentions = knowledge.vocabulary().mentions(words);
        Tagging tagging = trace.step(
                "tag",
                () -> tags(
                        authorTags.tags(metadata.tags(), words.text().text(), warnings),
                        subject(words, metadata),
                        mentions,
                        learned),
                Tagging::notes);
        FoundEntities found = trace.step(
                "entities",
                () -> entities.find(words, Document.authors(metadata), content.links(), mentions),
                FoundEntities::notes);
        EnricherVersion version = new EnricherVersion(
                Enricher.VERSION,
                knowledge.vocabulary().version(),
                learned == TagModel.empty() ? null : learned.version());
        return new Annotations(language, tagging.tags(), found.entities(), version);
    }

    /** Text and title: of a short post the title is most of what there is to tell its language by. */
    private static String said(String text, Optional<String> title) {
        if (title.isEmpty() || text.length() > SHORT_CHARS || text.strip().equals(title.get())) return text;
        return text + "\n" + title.get();
    }

    private static Subject subject(PostWords words, Metadata metadata) {
        Optional<LocalDate> day = metadata.published().map(moment -> moment.at().toLocalDate());
        return new Subject(words, metadata.url().map(URI::toString), day);
    }

    private Tagging tags(List<Tag> author, Subject subject, List<Mention> mentions, TagModel learned) {
        PostWords words = subject.words();
        Acquaintance site = learned.acquaintance(words.site());
        return Tagging.of(author, learned.suggest(subject), site, coldTagger.suggest(words, mentions));
    }
}
