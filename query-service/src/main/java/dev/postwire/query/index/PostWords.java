package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import dev.postwire.query.analysis.Languages;
import dev.postwire.query.follow.WordMatcher;
import dev.postwire.query.search.Words;
import dev.postwire.query.search.Words.Clause;
import dev.postwire.query.search.Words.Need;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;

/**
 * Looks for words in one post as the index would, in an index of that post alone: so a stream need not wait until the index has it.
 * Safe for any number of threads.
 */
@Singleton
class PostWords implements WordMatcher {
    private final Languages languages;
    private final PostDocument documents;
    private final FieldAnalyzers analyzers;

    PostWords(Languages languages) {
        this.languages = languages;
        this.documents = new PostDocument(languages);
        this.analyzers = new FieldAnalyzers(languages);
    }

    @Override
    public Set<Words> matching(Set<Words> asked, String document, String bodies) {
        IndexedPost post = IndexedPostReader.read(new StoreChange(
                0, "", Optional.of(new StoreChange.Stored(Instant.EPOCH, Optional.empty(), document, bodies))));
        Language language = languages.of(post.language());
        IndexSearcher searcher = index(post).createSearcher();
        Set<Words> has = new HashSet<>();
        try {
            for (Words words : asked) {
                if (searcher.count(new WordQueries(searcher, List.of(language)).of(required(words, language))) > 0)
                    has.add(words);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        return has;
    }

    private MemoryIndex index(IndexedPost post) {
        MemoryIndex index = new MemoryIndex();
        // Only what is cut into words has an analyzer.
        documents.of(post).forEach(field -> index.addField(field, words(field) ? analyzers : null));
        return index;
    }

    private static boolean words(IndexableField field) {
        return field.fieldType().indexOptions() != IndexOptions.NONE
                && field.fieldType().tokenized();
    }

    /** What says nothing, in the post's language or in the one that was typed, is demanded only where nothing else is. */
    private Words required(Words words, Language language) {
        Set<String> silent = WordQueries.silent(words, languages.all());
        List<Clause> telling = words.clauses().stream()
                .filter(clause -> clause.need() != Need.WANTED
                        || !clause.anyOf().stream().allMatch(term -> empty(term, silent, language)))
                .toList();
        boolean any = telling.stream().anyMatch(clause -> clause.need() != Need.EXCLUDED);
        List<Clause> clauses = (any ? telling : words.clauses())
                .stream()
                        .map(clause ->
                                clause.need() == Need.WANTED ? new Clause(Need.REQUIRED, clause.anyOf()) : clause)
                        .toList();
        return new Words(clauses, words.notes());
    }

    private static boolean empty(Words.Term term, Set<String> silent, Language language) {
        return silent.contains(term.text().toLowerCase(Locale.ROOT))
                || Analysis.terms(language.stemmed(), Fields.stemmed(language), term.text())
                        .isEmpty();
    }
}
