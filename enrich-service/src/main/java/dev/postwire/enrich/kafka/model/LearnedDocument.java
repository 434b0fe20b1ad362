package dev.postwire.enrich.kafka.model;

import dev.postwire.enrich.learn.AuthorTag;
import dev.postwire.enrich.learn.Example;
import dev.postwire.enrich.learn.Subject;
import dev.postwire.enrich.post.EnrichedPost.CodeBlock;
import dev.postwire.enrich.post.EnrichedPost.Language;
import dev.postwire.enrich.post.EnrichedPost.Link;
import dev.postwire.enrich.post.EnrichedPost.Section;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.word.PostWords;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What learning needs of a document on the enriched topic. Components that are absent there are null. */
record LearnedDocument(
        String id,
        String url,
        String site,
        String title,
        String published,
        Language language,
        String text,
        List<Section> outline,
        List<Link> links,
        List<CodeBlock> codeBlocks,
        List<Tag> tags) {

    private static final String AUTHOR = "author";
    private static final int DAY_LENGTH = "2026-01-01".length();

    LearnedDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(text, "text");
        outline = outline == null ? List.of() : List.copyOf(outline);
        links = links == null ? List.of() : List.copyOf(links);
        codeBlocks = codeBlocks == null ? List.of() : List.copyOf(codeBlocks);
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** The post with the tags its author gave; with none where it has no other. */
    Example example() {
        Rendering rendering = new Rendering("", "", text, outline, List.of(), links, codeBlocks);
        PostWords words =
                PostWords.of(Optional.ofNullable(site), language.code(), Optional.ofNullable(title), rendering);
        List<AuthorTag> given = tags.stream()
                .filter(tag -> tag.from().contains(AUTHOR))
                .map(tag -> new AuthorTag(tag.slug(), tag.label()))
                .toList();
        return new Example(id, new Subject(words, Optional.ofNullable(url), day()), given);
    }

    private Optional<LocalDate> day() {
        if (published == null || published.length() < DAY_LENGTH) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(published.substring(0, DAY_LENGTH)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "LearnedDocument[id=" + id + "]";
    }
}
