package dev.postwire.enrich.vocabulary;

import dev.postwire.enrich.tag.Slug;
import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Concepts with their names in many languages, and where a post mentions them. Immutable, thread-safe.
 *
 * <p>Vocabularies are SKOS in Turtle. An operator's folder comes before the built-in vocabulary, its files in the order of their
 * names; how several become one is told at {@link Assembly}.
 */
public final class Vocabulary {
    private final Lexicon lexicon;
    private final String version;

    Vocabulary(Lexicon lexicon, String version) {
        this.lexicon = lexicon;
        this.version = version;
    }

    /** The one that comes with this version; read once, when first asked for. */
    public static Vocabulary builtIn() {
        return BuiltIn.VOCABULARY;
    }

    /**
     * The built-in one with every {@code *.ttl} of the folders, not of folders within them.
     *
     * @throws VocabularyException where a folder or file cannot be read; it names the place
     */
    public static Vocabulary of(List<Path> folders) {
        if (folders.isEmpty()) return builtIn();
        return VocabularyFiles.load(folders);
    }

    /** Changes with every change of a file that it was made of. */
    public String version() {
        return version;
    }

    /** How many concepts it has. */
    public int size() {
        return lexicon.concepts().size();
    }

    public Optional<Concept> bySlug(String slug) {
        return Optional.ofNullable(lexicon.numbers().get(slug)).map(lexicon::concept);
    }

    /** Of any language and role, without regard to case and to what divides its words: {@code OpenSource}, {@code open-source}. */
    public Optional<Concept> byLabel(String label) {
        int found = lexicon.names().findLetters(label);
        if (found == LongTable.ABSENT) return Optional.empty();
        return Optional.of(lexicon.concept(lexicon.names().concept(found)));
    }

    /**
     * The concept that a tag names in another way than by its slug: by a preferred or alternative label, whatever its case and
     * whatever divides its words ({@code opensource}), or by the singular or plural of an English one. Not by hidden labels, which
     * are not names; not by a subject's name in another language, which the author chose; not by a common word unless it is
     * written just as the label ({@code Go}), for it stands for too much.
     */
    public Optional<Alias> alias(String tag) {
        String slug = Slug.of(tag);
        if (lexicon.numbers().containsKey(slug)) return Optional.empty();
        Names names = lexicon.names();
        Words words = Words.of(tag);
        if (words.size() == 0) return Optional.empty();
        int label = names.findLetters(tag);
        if (label == LongTable.ABSENT) label = names.findForm(words);
        if (label == LongTable.ABSENT || names.is(label, Names.HIDDEN)) return Optional.empty();
        Concept concept = lexicon.concept(names.concept(label));
        if (concept.kind() == Kind.SUBJECT && names.is(label, Names.TRANSLATED)) return Optional.empty();
        boolean common = names.is(label, Names.COMMON) && names.length(label) == 1;
        if (common && !names.isWritten(label, words, 0, words.size() - 1)) return Optional.empty();
        String rule = names.is(label, Names.PREFERRED) ? "vocabulary prefLabel" : "vocabulary altLabel";
        return Optional.of(new Alias(concept, rule));
    }

    /** Those of the title first, then in the order of the text; none overlaps another. */
    public List<Mention> mentions(PostWords post) {
        return new Gate(lexicon, post).weigh(new Matcher(lexicon, post).hits());
    }

    private static final class BuiltIn {
        static final Vocabulary VOCABULARY = VocabularyFiles.load(List.of());
    }
}
