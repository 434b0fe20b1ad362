package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import dev.postwire.query.analysis.Languages;
import dev.postwire.query.search.Words;
import dev.postwire.query.search.Words.Clause;
import dev.postwire.query.search.Words.Place;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Shows where the words of a query stand in a post. Safe for any number of threads. */
@Singleton
public class Highlights {
    /** How far into a text is looked, which takes a millisecond or two. */
    private static final int LOOKED_AT = 50_000;

    private final Languages languages;

    Highlights(Languages languages) {
        this.languages = languages;
    }

    /**
     * HTML in which nothing but {@code <mark>} is markup.
     *
     * @param title whole; absent where no word stands in it
     * @param text the passages with the most of the words, in their order
     */
    public record Highlight(Optional<String> title, List<String> text) {
        public Highlight {
            text = List.copyOf(text);
        }
    }

    public Highlight of(Words words, StoreChange change) {
        IndexedPost post = IndexedPostReader.read(change);
        Language language = languages.of(post.language());
        List<String> wanted = new ArrayList<>();
        for (Clause clause : words.clauses()) {
            if (clause.need() == Words.Need.EXCLUDED) continue;
            clause.anyOf().stream()
                    .filter(term -> term.place() == Place.ANYWHERE || term.place() == Place.TITLE)
                    .forEach(term -> wanted.add(term.text()));
        }
        String text = post.text().length() > LOOKED_AT ? post.text().substring(0, LOOKED_AT) : post.text();
        Passages title = new Passages(
                post.title().orElse(""), marks(language, wanted, post.title().orElse("")));
        return new Highlight(title.whole(), new Passages(text, marks(language, wanted, text)).best());
    }

    /** By their stems; where the words have none that count, as they stand. */
    private static List<Passages.Mark> marks(Language language, List<String> wanted, String text) {
        List<Passages.Mark> stems = marks(language.stemmed(), Fields.stemmed(language), wanted, text);
        return stems.isEmpty() ? marks(language.exact(), Fields.exact(language), wanted, text) : stems;
    }

    private static List<Passages.Mark> marks(Analyzer analyzer, String field, List<String> wanted, String text) {
        Set<String> terms = new HashSet<>();
        wanted.forEach(word -> terms.addAll(Analysis.terms(analyzer, field, word)));
        List<Passages.Mark> marks = new ArrayList<>();
        if (terms.isEmpty() || text.isEmpty()) return marks;
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            int end = 0;
            while (tokens.incrementToken()) {
                // Pairs of characters overlap, and so do a compound and its parts.
                int start = Math.max(end, offsets.startOffset());
                if (start >= offsets.endOffset() || !terms.contains(term.toString())) continue;
                end = Math.min(text.length(), offsets.endOffset());
                marks.add(new Passages.Mark(start, end, term.toString()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        return marks;
    }
}
