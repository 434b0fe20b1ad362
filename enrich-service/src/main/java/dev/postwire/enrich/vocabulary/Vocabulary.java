package dev.postwire.enrich.vocabulary;

import dev.postwire.enrich.tag.Slug;
import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Concepts with their names in many languages, and where a post mentions them. Immutable, thread-safe.
 *
 * <p>Vocabularies are SKOS in Turtle. An operator's folder comes before the built-in vocabulary, its files in the order of their
 * names; how several become one is told at {@link Assembly}.
 */
public final class Vocabulary {
    /** A word shortened to its ends and the number of letters between them: a11y. */
    private static final Pattern NUMERONYM = Pattern.compile("[A-Za-z]\\d{1,2}[A-Za-z]");

    private static final int SHORT = 2;

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
     * The concept that a tag surely names in another way than by its slug. Gently, for the author chose the word: a subject or place
     * only where its slug is spelled with another division ({@code opensource}) or by a numeronym ({@code a11y}); a thing with a
     * name of its own (software, an organisation, an event, a person) by its other names too ({@code py3k}). Never by singular or
     * plural, nor by hidden labels, which are not names, nor by a word that stands for more than the concept ({@code chef}), as
     * {@link #isOfMore} tells. An operator's own labels say what they say: each but the hidden ones is another name of its concept.
     */
    public Optional<Alias> alias(String tag) {
        Names names = lexicon.names();
        String slug = Slug.of(tag);
        Words words = Words.of(tag);
        int label = words.size() == 0 ? LongTable.ABSENT : names.findLetters(tag);
        if (label == LongTable.ABSENT || names.is(label, Names.HIDDEN)) return Optional.empty();
        Concept concept = lexicon.concept(names.concept(label));
        boolean given = names.is(label, Names.OPERATORS);
        if (given ? concept.slug().equals(slug) : lexicon.numbers().containsKey(slug)) return Optional.empty();
        boolean named = concept.kind() != Kind.SUBJECT && concept.kind() != Kind.PLACE;
        boolean respelled = Names.letters(words) == Names.letters(Words.of(concept.slug()));
        boolean sure = named ? !isOfMore(label, words, concept) : respelled;
        if (!given && !sure && !NUMERONYM.matcher(tag).matches()) return Optional.empty();
        return Optional.of(
                new Alias(concept, names.is(label, Names.PREFERRED) ? "vocabulary prefLabel" : "vocabulary altLabel"));
    }

    /**
     * Whether one word is a common one, or the preferred label to which the slug had to add something ({@code tokio-rs}) because
     * it stands for more. A name of a letter or two is what a tag of that name means, be it capital or small ({@code Go}, {@code r}); another name
     * as short only where it is written as the label is.
     */
    private boolean isOfMore(int label, Words words, Concept concept) {
        Names names = lexicon.names();
        if (words.size() > 1) return false;
        String word = words.folded(0);
        if (word.length() <= SHORT) return !names.is(label, Names.PREFERRED) && !isWritten(label, words);
        return names.is(label, Names.COMMON)
                || names.is(label, Names.PREFERRED) && concept.slug().startsWith(word);
    }

    /** Just as the label, or with capitals where that has none: {@code JS} is {@code js}, but {@code r} is not {@code R}. */
    private boolean isWritten(int label, Words words) {
        Words small = Words.of(words.text().toLowerCase(Locale.ROOT));
        int last = words.size() - 1;
        Names names = lexicon.names();
        return names.isWritten(label, words, 0, last)
                || small.size() == words.size() && names.isWritten(label, small, 0, last);
    }

    /** Those of the title first, then in the order of the text; none overlaps another. */
    public List<Mention> mentions(PostWords post) {
        return new Gate(lexicon, post).weigh(new Matcher(lexicon, post).hits());
    }

    private static final class BuiltIn {
        static final Vocabulary VOCABULARY = VocabularyFiles.load(List.of());
    }
}
